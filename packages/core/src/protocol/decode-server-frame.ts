import { table } from './fields.ts';
import type { ServerFrame } from './frame.ts';

/** What a client reads of each frame. */
const FRAMES = table({
  welcome: 'nonce principal? limits heartbeat conversations shop',
  ack: 'conversation id epoch seq',
  nack: 'class code id? conversation? nonce? retryAfter? use?',
  events: 'conversation epoch events nonce? first',
  reset: 'conversation epoch events head first',
  signal: 'name conversation? from? body',
  ping: 'heads',
  goaway: 'windowMs',
  'auth-soon': 'inMs',
});

/** What a client reads of each signal's body. */
const SIGNALS = table({ typing: 'on', queue: 'position estimateMs?', presence: 'agents' });

/**
 * Reads what a server sent, as far as a client's logic goes; undefined for what cannot be read. Frames and signals of a
 * later version come through as they are, to be ignored. Bodies of events, and of other signals, are left to whoever
 * shows them; so is the avatar of a participant.
 */
export function decodeServerFrame(text: string): ServerFrame | undefined {
  try {
    const frame: Record<string, unknown> = JSON.parse(text);
    const { t, name, body } = frame;
    const fits = FRAMES.get(t)?.(frame) !== false && SIGNALS.get(name)?.(body) !== false;
    if (fits) return frame as unknown as ServerFrame;
  } catch {
    // Not JSON, or null: refused like the others.
  }
  return undefined;
}
