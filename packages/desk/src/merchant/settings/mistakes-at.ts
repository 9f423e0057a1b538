import { isObject, isSafeUrl } from '@xiaoer/core/protocol';
import type { DeskKey } from '../../locales/strings.ts';
import type { Localized } from '../teaching/knowledge-answer.ts';
import type { GreetingRule, QuestionsRule, Ranges, ReplySetting } from './setting.ts';

/** Something that the server would not take, found while it is typed. */
export interface Mistake {
  readonly place: string;
  /** Where in the value: `mon`, `2026-10-01`, `1.text`; empty for all of it. */
  readonly at: string;
  readonly key: Extract<DeskKey, `setting.wrong.${string}`>;
  readonly name?: string | undefined;
}

type Found = Omit<Mistake, 'place'>;

const RANGE = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const FILLED = ['shopper', 'agent', 'shop', 'order', 'product'];
const WHOLE = /^(?:returnDays|dispatchHours|warrantyMonths|priceProtectionDays)$/;
const MOST = { name: 80, title: 80, reply: 4_000, greeting: 300, question: 120 };

/** Whether the browser knows this time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function rangesWrong(ranges: Ranges, at: string): readonly Found[] {
  if (ranges.some((range) => !RANGE.test(range) || range.slice(0, 5) >= range.slice(6)))
    return [{ at, key: 'setting.wrong.range' }];
  const overlap = [...ranges].sort().some((range, n, all) => n > 0 && (all[n - 1]?.slice(6) ?? '') > range.slice(0, 5));
  return overlap ? [{ at, key: 'setting.wrong.overlap' }] : [];
}

const textsOf = (text: Localized): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** A text must be written in every language that it is begun in, and in one at least. */
function textWrong(text: Localized | undefined, at: string, most: number): readonly Found[] {
  const texts = textsOf(text ?? '');
  if (texts.length === 0 || texts.some((one) => !/[\p{L}\p{N}]/u.test(one))) return [{ at, key: 'setting.wrong.text' }];
  return texts.some((one) => one.length > most) ? [{ at, key: 'setting.wrong.long', name: String(most) }] : [];
}

const pagesWrong = (pages: readonly string[] | undefined, at: string): readonly Found[] =>
  pages?.some((page) => !/^[/*]\S*$/.test(page)) ? [{ at, key: 'setting.wrong.page' }] : [];

const spanWrong = (span: number | undefined, most: number, at: string): readonly Found[] =>
  span !== undefined && !(typeof span === 'number' && span >= 0 && span <= most)
    ? [{ at, key: 'setting.wrong.number' }]
    : [];

const questionsWrong = (questions: readonly Localized[], at: string): readonly Found[] =>
  questions.flatMap((one, n) => textWrong(one, `${at}.${n}`, MOST.question));

const greetingsWrong = (rules: readonly GreetingRule[]): readonly Found[] =>
  rules.flatMap(({ pages, text, questions = [], after, every }, n) => [
    ...textWrong(text, `${n}.text`, MOST.greeting),
    ...pagesWrong(pages, `${n}.pages`),
    ...questionsWrong(questions, `${n}.questions`),
    ...spanWrong(after, 3_600, `${n}.after`),
    ...spanWrong(every, 365, `${n}.every`),
  ]);

const rulesWrong = (rules: readonly QuestionsRule[]): readonly Found[] =>
  rules.flatMap(({ pages, questions }, n) => [
    ...pagesWrong(pages, `${n}.pages`),
    ...(questions.length === 0 ? [{ at: `${n}.questions`, key: 'setting.wrong.text' } as const] : []),
    ...questionsWrong(questions, `${n}.questions`),
  ]);

function replyWrong({ title, text }: ReplySetting): readonly Found[] {
  const strange = textsOf(text).flatMap((one) =>
    [...one.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (FILLED.includes(name) ? [] : [name])),
  );
  return [
    ...textWrong(title, 'title', MOST.title),
    ...textWrong(text, 'text', MOST.reply),
    ...strange.slice(0, 1).map((name) => ({ at: 'text', key: 'setting.wrong.variable', name }) as const),
  ];
}

function promiseWrong(field: string, value: unknown): readonly Found[] {
  const amount = isObject(value) ? value['amount'] : WHOLE.test(field) ? value : 0;
  const fine = typeof amount === 'number' && Number.isInteger(amount) && amount >= 0;
  return fine ? [] : [{ at: '', key: 'setting.wrong.number' }];
}

function wrong(place: string, value: unknown): readonly Found[] {
  const [part = '', field = ''] = place.split('/');
  if (place === 'hours/timeZone') return isTimeZone(String(value)) ? [] : [{ at: '', key: 'setting.wrong.zone' }];
  if (part === 'hours')
    return Object.entries(value as Readonly<Record<string, Ranges>>).flatMap(([at, ranges]) => rangesWrong(ranges, at));
  if (place === 'greetings') return greetingsWrong(value as readonly GreetingRule[]);
  if (place === 'questions') return rulesWrong(value as readonly QuestionsRule[]);
  if (part === 'replies') return replyWrong(value as ReplySetting);
  if (place === 'persona/name') return textWrong(value as Localized, '', MOST.name);
  if (place === 'persona/avatar') return isSafeUrl(value) ? [] : [{ at: '', key: 'setting.wrong.address' }];
  return part === 'policies' ? promiseWrong(field, value) : [];
}

/** What is wrong with the value of a place. */
export const mistakesAt = (place: string, value: unknown): readonly Mistake[] =>
  wrong(place, value).map((one) => ({ ...one, place }));
