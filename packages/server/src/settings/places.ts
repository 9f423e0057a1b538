import { LIMITS } from '@xiaoer/core/protocol';
import * as v from 'valibot';
import { fitsId } from '../shops/field-source.ts';
import { flowText } from '../shops/flow-text.ts';
import { Greetings, PageQuestions, texts } from '../shops/page-words.ts';
import { MOST_TITLE } from '../shops/read-reply.ts';
import { Dates, Persona, Policies, TimeZone, Week } from '../shops/shop-facts.ts';

/** What the desk fills in. */
const FILLED = ['shopper', 'agent', 'shop', 'order', 'product'];

/** The places `{name}` of a text that nobody fills in. */
const unfilled = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (FILLED.includes(name) ? [] : [name]));

const Reply = v.strictObject(
  {
    title: texts(MOST_TITLE),
    text: v.pipe(
      texts(LIMITS.textChars),
      v.check(
        (value) => Object.values(typeof value === 'string' ? [value] : value).every((text) => !unfilled(text).length),
        `use the places ${FILLED.map((name) => `{${name}}`).join(', ')}, and no others`,
      ),
    ),
  },
  'a reply has title and text',
);

const apart = (ranges: readonly string[]): boolean =>
  [...ranges].sort().every((range, n, all) => n === 0 || (all[n - 1]?.slice(6) ?? '') <= range.slice(0, 5));

const OVERLAP = 'two ranges overlap';

/** The places with one name each, and what may stand there. */
const FIXED: Readonly<Record<string, v.GenericSchema>> = {
  'hours/week': v.pipe(
    Week,
    v.check((week) => Object.values(week).every((ranges) => apart(ranges ?? [])), OVERLAP),
  ),
  'hours/dates': v.pipe(
    Dates,
    v.check((dates) => Object.values(dates).every(apart), OVERLAP),
  ),
  'hours/timeZone': TimeZone,
  ...Object.fromEntries(
    Object.entries({ persona: Persona, policies: Policies }).flatMap(([part, { entries }]) =>
      Object.entries(entries).map(([field, schema]) => [`${part}/${field}`, v.nonOptional(schema as v.GenericSchema)]),
    ),
  ),
  'persona/name': texts(80),
  greetings: Greetings,
  questions: PageQuestions,
};

const REPLIES = 'replies/';
const FLOWS = 'flows/';
const FLOWS_OFF = 'flows-off/';

/** What may stand at a place; undefined where there is no such place. */
export function schemaAt(place: string): v.GenericSchema | undefined {
  if (Object.hasOwn(FIXED, place)) return FIXED[place];
  if (place.startsWith(FLOWS)) return flowText(place.slice(FLOWS.length));
  if (place.startsWith(FLOWS_OFF) && fitsId(place.slice(FLOWS_OFF.length))) return v.literal(true, 'write true');
  return place.startsWith(REPLIES) && fitsId(place.slice(REPLIES.length)) ? Reply : undefined;
}
