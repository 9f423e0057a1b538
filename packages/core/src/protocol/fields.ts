import { type Guard, isBoolean, isNumber, isObject, list } from './shape.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** Fields that are words: names and codes that are compared, and texts that are shown. */
const WORDS = words('conversation use id nonce epoch kind name class code role state reason value');

/** Fields that count something, from 0 up: places in a log, milliseconds, marks. */
const NUMBERS = words(
  'seq first head at heartbeat windowMs inMs retryAfter sendWindow agents position estimateMs to score target upTo',
);

const isCount = (value: unknown): boolean => isNumber(value) && value >= 0;

/**
 * An object that has these fields, named by a word each; one with a question mark may be absent. A field means the
 * same wherever a client reads it, so it is checked by its name. What is not named is not looked at.
 */
export function has(fields: string): Guard<Readonly<Record<string, unknown>>> {
  const names = words(fields).map((field) => field.split('?'));
  return (value): value is Record<string, unknown> =>
    isObject(value) &&
    names.every(([name = '', optional]) => {
      const field = value[name];
      if (field === undefined) return optional === '';
      if (WORDS.includes(name)) return typeof field === 'string';
      return NUMBERS.includes(name) ? isCount(field) : INSIDE[name]?.(field);
    });
}

/** A guard for each thing of a sort, by its name. */
export const table = (rows: Readonly<Record<string, string>>): ReadonlyMap<unknown, Guard<unknown>> =>
  new Map(Object.entries(rows).map(([name, fields]) => [name, has(fields)]));

const participant = has('role id name?');

/** Fields with something inside. */
const INSIDE: Readonly<Record<string, (value: unknown) => boolean>> = {
  principal: participant,
  from: participant,
  shop: has('name agents'),
  limits: has('sendWindow'),
  conversations: list(has('conversation epoch head'), 1000),
  events: list(has('seq id at from kind body'), 1000),
  heads: (value) => isObject(value) && Object.values(value).every(isCount),
  body: isObject,
  text: (value) => typeof value === 'string' && value !== '',
  on: isBoolean,
  reply: has('to value?'),
  answers: isObject,
  agent: has('id name'),
};
