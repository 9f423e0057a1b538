import type { Typing } from '../client.ts';
import type { Entry } from '../outbox/entry.ts';
import type { ConversationId, OpId, Participant, QueueSignal, SignalFrame } from '../protocol/index.ts';
import type { LinkView, Parts } from '../session/parts.ts';
import type { DeliveryStatus } from '../view/timeline.ts';

/** Its number goes up when tabs of two releases would misunderstand each other: they share nothing then. */
export const NAMES = 'xiaoer:1:';

/** How the leading tab's link stands; told at every change and every 2 s. What was said is read from the store. */
export interface LeaderState {
  readonly t: 'leads';
  readonly tab: string;
  readonly generation: number;
  /** Changes with what is stored. */
  readonly version: number;
  readonly hidden: boolean;
  readonly install: string;
  readonly link: LinkView;
  readonly principal: Participant | null;
  readonly shop: Parts['shop']['value'];
  readonly conversation?: ConversationId | undefined;
  /** The last number of that conversation that it shows. */
  readonly seq: number;
  /** Up to here that conversation is history, no news. */
  readonly quiet?: number | undefined;
  readonly queue: QueueSignal | null;
  readonly typing: readonly Typing[];
  /** Every op that it knows to wait: its state, or where the server has put it. */
  readonly delivery: Readonly<Record<OpId, DeliveryStatus | Required<Entry>['ack']>>;
}

/** What tabs tell each other. All of it may be lost: it says where to look, and holds nothing that anybody wrote. */
export type Hint =
  | LeaderState
  /** Somebody looks and wants to know who leads; one that is hidden makes room. */
  | { readonly t: 'who' }
  /** Something was stored. */
  | { readonly t: 'stored' }
  /** The op of this id and number has failed; the store may have refused to say so (rule 7). */
  | { readonly t: 'stopped'; readonly id: OpId; readonly n: number; readonly error?: string | undefined }
  /** To the one who leads: a signal for the server. */
  | { readonly t: 'signal'; readonly frame: SignalFrame }
  /** To the one who leads: more of a conversation's history is wanted in the store. */
  | { readonly t: 'older'; readonly conversation: ConversationId }
  /** What this install stored was wiped; `claimed`: because it is an account's from now on. */
  | { readonly t: 'wiped'; readonly install: string; readonly claimed?: boolean | undefined };
