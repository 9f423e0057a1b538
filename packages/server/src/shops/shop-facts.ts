import { isSafeUrl } from '@xiaoer/core/protocol';
import * as v from 'valibot';
import { Greetings, PageQuestions } from './page-words.ts';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A name of the IANA list. */
export const TimeZone = v.pipe(v.string(), v.check(isTimeZone, 'use an IANA time zone such as "Asia/Shanghai"'));

const whole = v.optional(v.pipe(v.number(), v.integer('use a whole number'), v.minValue(0, 'use 0 or more')));
const money = v.optional(
  v.strictObject({
    amount: v.pipe(v.number(), v.integer('use whole minor units'), v.minValue(0, 'use 0 or more')),
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'use an ISO 4217 code such as "CNY"')),
  }),
);

/** Days off and other days of their own, at most. */
const MOST_DATES = 400;

const RANGE = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const Range = v.pipe(
  v.string(),
  v.check(
    (range) => RANGE.test(range) && range.slice(0, 5) < range.slice(6),
    'write ranges such as "09:00-18:00", at latest "24:00"; over midnight take two',
  ),
);
const Day = v.optional(v.array(Range));
const week = { mon: Day, tue: Day, wed: Day, thu: Day, fri: Day, sat: Day, sun: Day };

/** Ranges by day of the week. */
export const Week = v.strictObject(week);

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** Days with hours of their own, by date; an empty list is a day off. */
export const Dates = v.pipe(
  v.record(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}-\d\d-\d\d$/, 'write dates such as "2026-10-01"'),
      v.check(isDate, 'there is no such day'),
    ),
    v.array(Range),
  ),
  v.check((dates) => Object.keys(dates).length <= MOST_DATES, `at most ${MOST_DATES} days`),
);

/** What the shop promises; a field that is left out is said to be unknown. */
export const Policies = v.strictObject({
  returnDays: whole,
  freeReturns: v.optional(v.boolean()),
  shippingFee: money,
  freeShippingFrom: money,
  dispatchHours: whole,
  warrantyMonths: whole,
  priceProtectionDays: whole,
  invoices: v.optional(v.boolean()),
  giftWrap: v.optional(v.boolean()),
});

/** Who answers when and for what; the first rule that holds counts. */
const Service = v.strictObject({
  rules: v.optional(
    v.array(
      v.strictObject({
        mode: v.picklist(['robot', 'person', 'assisted']),
        /** Intents of the library, whole or by their beginning: `return.request`, `refund.*`. */
        intents: v.optional(
          v.array(
            v.pipe(
              v.string(),
              v.regex(/^[a-z]+\.(?:[a-z]+|\*)$/, 'write an intent such as "return.request" or "refund.*"'),
            ),
          ),
        ),
        categories: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
        hours: v.optional(Week),
      }),
    ),
  ),
  /** Levels of membership that have a head start in the queue. */
  vip: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  highValue: money,
});

/** Who speaks for the shop. */
export const Persona = v.strictObject({
  name: v.optional(v.union([v.pipe(v.string(), v.minLength(1)), v.record(v.string(), v.string())])),
  avatar: v.optional(
    v.pipe(
      v.string(),
      v.check((url: string) => isSafeUrl(url), 'use an https address or a path that begins with "/"'),
    ),
  ),
  tone: v.optional(v.picklist(['formal', 'warm', 'playful'])),
  emoji: v.optional(v.boolean()),
  stickers: v.optional(v.boolean()),
});

const names = v.optional(v.array(v.pipe(v.string(), v.minLength(1))));

/** Promises in a case of their own; dates as in answers. */
const Exception = v.strictObject({
  when: v.strictObject({
    categories: names,
    tags: names,
    products: names,
    levels: names,
    regions: names,
    from: v.optional(v.string()),
    until: v.optional(v.string()),
  }),
  policies: Policies,
});

/** What a merchant says of the shop itself: its names, what it promises, who speaks for it, and when. */
export const ShopFacts = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'use letters, digits, dots, dashes, at most 64')),
  name: v.union([v.pipe(v.string(), v.minLength(1)), v.record(v.string(), v.string())]),
  /** Languages of the shop, the main one first. */
  locales: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one language')),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'use an ISO 4217 code such as "CNY"')),
  /** In which the bot tells days; UTC if absent. */
  timeZone: v.optional(TimeZone),
  policies: v.optional(Policies),
  /** What it promises otherwise in some cases; the first that holds counts. */
  exceptions: v.optional(v.array(Exception)),
  /** Who speaks for it: name, picture, tone, emoji and stickers. */
  persona: v.optional(Persona),
  /** The assistant, a person first, or a person with its drafts. */
  service: v.optional(Service),
  /** When people are at the desk, in `timeZone`. */
  hours: v.optional(v.strictObject({ ...week, dates: v.optional(Dates) })),
  /** What is said beside the launcher, by page; the first that fits counts. */
  greetings: v.optional(Greetings),
  /** Questions that shoppers can ask by one press, by page; the first that fits counts. */
  questions: v.optional(PageQuestions),
});
