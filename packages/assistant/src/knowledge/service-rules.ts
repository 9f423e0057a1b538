import type { Money } from '@xiaoer/core/protocol';
import type { Localized } from './knowledge-source.ts';
import { everyText } from './localized.ts';

/**
 * Who answers. `robot`: the assistant alone, a person only for what is dangerous or for anger; `person`: a person, at once;
 * `assisted`: a person, for whom the assistant drafts what to say.
 */
export type ServiceMode = 'robot' | 'person' | 'assisted';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** When and for what somebody answers. What is left out does not matter; all that is given must hold. */
export interface ServiceRule {
  readonly mode: ServiceMode;
  /** Intents, by name or by beginning: `return.request`, `refund.*`. */
  readonly intents?: readonly string[] | undefined;
  /** Categories of the product that is spoken of, in any language of the shop. */
  readonly categories?: readonly string[] | undefined;
  /** Ranges such as `09:00-18:00` by day, in the shop's time zone; a day that is left out is none. */
  readonly hours?: Readonly<Partial<Record<(typeof DAYS)[number], readonly string[] | undefined>>> | undefined;
}

/** How a shop wants its shoppers served. */
export interface ServiceRules {
  /** The first that holds counts; without any the assistant answers and calls a person where it must. */
  readonly rules?: readonly ServiceRule[] | undefined;
  /** Levels of membership that have a head start in the queue. */
  readonly vip?: readonly string[] | undefined;
  /** Goods of this price and more have one, too. */
  readonly highValue?: Money | undefined;
}

/** What a rule is held against. */
export interface ServiceCase {
  readonly at: number;
  readonly timeZone: string;
  /** The likeliest intent. */
  readonly intent: string | undefined;
  readonly category: readonly Localized[];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and minute on the wall of the shop. */
function wallClock(at: number, timeZone: string): { readonly day: (typeof DAYS)[number]; readonly clock: string } {
  let format = formats.get(timeZone);
  if (!format) {
    const shape = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
    format = new Intl.DateTimeFormat('en-GB', shape);
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = DAYS.find((name) => name === parts['weekday']?.toLowerCase()) ?? 'sun';
  return { day, clock: `${parts['hour']}:${parts['minute']}` };
}

const names = (pattern: string, intent: string): boolean =>
  pattern.endsWith('*') ? intent.startsWith(pattern.slice(0, -1)) : pattern === intent;

function holds({ intents, categories, hours }: ServiceRule, { at, timeZone, intent, category }: ServiceCase): boolean {
  if (intents && !(intent !== undefined && intents.some((pattern) => names(pattern, intent)))) return false;
  const levels = category.flatMap(everyText).map((level) => level.toLowerCase());
  if (categories && !categories.some((name) => levels.includes(name.toLowerCase()))) return false;
  if (!hours) return true;
  const { day, clock } = wallClock(at, timeZone);
  return (hours[day] ?? []).some((range) => {
    const [from = '', to = ''] = range.split('-');
    return clock >= from && clock < to;
  });
}

/** Who answers in a case; undefined where no rule speaks of it. */
export const serviceMode = ({ rules = [] }: ServiceRules, now: ServiceCase): ServiceMode | undefined =>
  rules.find((rule) => holds(rule, now))?.mode;
