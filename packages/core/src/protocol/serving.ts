import type { HandoffReason } from './content/handoff.ts';

/** Who speaks in a conversation: a fold over its log. */
export interface Serving {
  readonly mode: 'bot' | 'queued' | 'agent' | 'closed';
  /** `seq` of the event that made it so; 0 before any did. */
  readonly seq: number;
  readonly agent?: { readonly id: string; readonly name: string } | undefined;
  readonly reason?: HandoffReason | undefined;
  /** When a person was asked for, milliseconds since 1970. */
  readonly requestedAt?: number | undefined;
}
