import { isName } from './ids.ts';
import { isRole } from './participant.ts';
import { type Guard, integer, isBoolean, isNumber, isObject, list, record, string } from './shape.ts';
import { isSafeUrl } from './url.ts';

/**
 * An object that has these fields, named by a word each; one with a question mark may be absent. A field means the
 * same wherever a client reads it, so its guard is found by its name. What is not named is not looked at.
 */
export function has(names: string): Guard<Readonly<Record<string, unknown>>> {
  const fields = names.split(' ').map((name) => name.split('?'));
  return (value): value is Record<string, unknown> =>
    isObject(value) &&
    fields.every(([name = '', optional]) =>
      value[name] === undefined ? optional === '' : FIELDS[name]?.(value[name]),
    );
}

/** What is read of each thing of a sort, by its name. */
export type Fields = ReadonlyMap<unknown, Guard<unknown>>;

const whole = integer();
const counted = integer(1);
const word = string(200);
const participant = has('role id name? avatar?');

const FIELDS: Readonly<Record<string, Guard<unknown>>> = {
  // Names.
  conversation: isName,
  use: isName,
  id: isName,
  nonce: isName,
  kind: isName,
  epoch: string(64, 1),
  name: word,
  class: word,
  code: word,
  role: isRole,
  avatar: isSafeUrl,
  // Numbers.
  seq: counted,
  first: counted,
  head: whole,
  at: isNumber,
  heartbeat: integer(1000),
  windowMs: whole,
  inMs: whole,
  retryAfter: isNumber,
  sendWindow: counted,
  agents: whole,
  heads: record(whole, 1000),
  // What stands inside.
  principal: participant,
  from: participant,
  shop: has('name agents'),
  limits: has('sendWindow'),
  conversations: list(has('conversation epoch head'), 1000),
  events: list(has('seq id at from kind body'), 1000),
  body: isObject,
  // Of signals.
  on: isBoolean,
  position: counted,
  estimateMs: whole,
  // Of the bodies that the client itself reads.
  text: string(4000, 1),
  reply: has('to value?'),
  to: counted,
  value: string(500),
  answers: isObject,
  state: word,
  reason: word,
  agent: has('id name'),
  score: integer(1, 5),
  target: counted,
  upTo: counted,
};
