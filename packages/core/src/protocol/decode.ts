import type { SignalFrame } from './frame.ts';
import { isConversationId, isName, isOpId } from './ids.ts';
import { isParticipant } from './participant.ts';
import { type Guard, isObject, oneOf, optional } from './shape.ts';
import { SIGNALS, type SignalName } from './signal.ts';

/** A frame, a frame type this version does not know (to be ignored), or what is wrong with it. */
export type Decoded<F> =
  | { readonly ok: true; readonly frame: F }
  | {
      readonly ok: false;
      readonly ignore: boolean;
      /** For developers: what was wrong. Never contains the frame's content. */
      readonly problem: string;
      /** Id of the op or nonce of the request, where one could be read, so that the refusal finds its sender. */
      readonly id?: string | undefined;
      readonly nonce?: string | undefined;
    };

/** Guard of a signal, which both ends send. */
export const isSignalFrame = (value: unknown): value is SignalFrame => {
  if (!isObject(value) || typeof value['name'] !== 'string') return false;
  if (!Object.hasOwn(SIGNALS, value['name'])) return false;
  return (
    optional(isConversationId)(value['conversation']) &&
    optional(isParticipant)(value['from']) &&
    SIGNALS[value['name'] as SignalName](value['body'])
  );
};

/** The guard of every frame of one direction. */
export type Guards<F extends { readonly t: string }> = { readonly [T in F['t']]: Guard<Extract<F, { t: T }>> };

/** Guard of a frame's type. */
export const literal = <T extends string>(t: T): Guard<T> => oneOf(t);

/** Reads a frame by the guards of its direction. */
export function decode<F extends { readonly t: string }>(text: string, guards: Guards<F>): Decoded<F> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, ignore: false, problem: 'the frame is not JSON' };
  }
  if (!isObject(value) || typeof value['t'] !== 'string')
    return { ok: false, ignore: false, problem: 'the frame is not an object with a string t' };
  const { t } = value;
  if (!Object.hasOwn(guards, t)) return { ok: false, ignore: true, problem: 'unknown frame type' };
  if (t === 'signal' && !Object.hasOwn(SIGNALS, String(value['name'])))
    return { ok: false, ignore: true, problem: 'unknown signal' };
  if ((guards[t as F['t']] as Guard<F>)(value)) return { ok: true, frame: value };
  return {
    ok: false,
    ignore: false,
    problem: `a field of the ${t} frame is missing or has the wrong form`,
    id: isOpId(value['id']) ? value['id'] : undefined,
    nonce: isName(value['nonce']) ? value['nonce'] : undefined,
  };
}
