import type { Decoded } from './decode.ts';
import { type Fields, has } from './fields.ts';
import type { ServerFrame } from './frame.ts';

/** What a client reads of each frame. */
const FRAMES: Fields = new Map([
  ['welcome', has('nonce principal? limits heartbeat conversations shop')],
  ['ack', has('conversation id epoch seq')],
  ['nack', has('class code id? conversation? nonce? retryAfter? use?')],
  ['events', has('conversation epoch events nonce? first')],
  ['reset', has('conversation epoch events head first')],
  ['signal', has('name conversation? from? body')],
  ['ping', has('heads')],
  ['goaway', has('windowMs')],
  ['auth-soon', has('inMs')],
]);

/** What a client reads of each signal's body. */
const SIGNALS: Fields = new Map([
  ['typing', has('on')],
  ['queue', has('position estimateMs?')],
  ['presence', has('agents')],
]);

/**
 * Reads what a server sent, as far as a client's logic goes. Bodies of events, and of other signals, are left to
 * whoever shows them.
 */
export function decodeServerFrame(text: string): Decoded<ServerFrame> {
  let wanted = 'not a frame';
  try {
    const frame: Record<string, unknown> = JSON.parse(text);
    const guard = FRAMES.get(frame['t']);
    if (!guard) return { ok: false, ignore: true, problem: 'unknown frame type' };
    const signal = SIGNALS.get(frame['name']);
    if (guard(frame) && (!signal || signal(frame['body']))) return { ok: true, frame: frame as unknown as ServerFrame };
    wanted = String(frame['t']);
  } catch {
    // What is no object is told below.
  }
  return { ok: false, ignore: false, problem: `${wanted}` };
}
