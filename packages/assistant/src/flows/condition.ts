import type { OpenFlow } from '../state.ts';
import { civilDay, dayNumber } from '../understanding/slots/civil-day.ts';
import type { Amount, Condition } from './flow.ts';
import { OWN_TOOLS } from './own-tools.ts';
import { valueAt, type World } from './world.ts';

const DAY_MS = 86_400_000;

/** Tools that every shop has. */
const ALWAYS = new Set(['orders.list', 'orders.get', 'orders.change-address']);

/** Whether the shop's systems carry out a tool. */
export const canDo = (tool: string, { knowledge }: World): boolean =>
  ALWAYS.has(tool) || Object.hasOwn(OWN_TOOLS, tool) || knowledge.tools.has(tool);

/** So many calendar months before a time, in UTC; before the 31st of a long month that is the last day of a short one. */
function monthsBefore(at: number, months: number): number {
  const { year, month, day } = civilDay(Math.floor(at / DAY_MS));
  const n = year * 12 + month - 1 - months;
  const first = (one: number) => dayNumber({ year: Math.floor(one / 12), month: (one % 12) + 1, day: 1 });
  return (first(n) + Math.min(day, first(n + 1) - first(n)) - 1) * DAY_MS + (at % DAY_MS);
}

/** Whether a condition holds. What is not known fulfils nothing: an unknown policy allows nothing and refuses nothing. */
export function holds(condition: Condition, slots: OpenFlow['slots'], world: World): boolean {
  const amount = (given: Amount | undefined): number | undefined => {
    const value = typeof given === 'string' ? valueAt(given, slots, world) : given;
    return typeof value === 'number' ? value : undefined;
  };
  if ('all' in condition) return condition.all.every((one) => holds(one, slots, world));
  if ('any' in condition) return condition.any.some((one) => holds(one, slots, world));
  if ('not' in condition) return !holds(condition.not, slots, world);
  if ('signedIn' in condition) return world.signedIn === condition.signedIn;
  if ('can' in condition) return canDo(condition.can, world);
  if ('known' in condition) return valueAt(condition.known, slots, world) !== undefined;
  if ('since' in condition) {
    const since = amount(condition.since);
    const days = amount(condition.days);
    const months = amount(condition.months);
    if (since === undefined || (days === undefined && months === undefined)) return false;
    return (
      (days === undefined || world.at - since <= days * DAY_MS) &&
      (months === undefined || since >= monthsBefore(world.at, months))
    );
  }
  const value = valueAt(condition.value, slots, world);
  if ('is' in condition) return [condition.is].flat().some((one) => one === value);
  const least = amount(condition.atLeast);
  const most = amount(condition.atMost);
  if (typeof value !== 'number') return false;
  const bounded = (given: Amount | undefined, bound: number | undefined) => given === undefined || bound !== undefined;
  return (
    bounded(condition.atLeast, least) &&
    bounded(condition.atMost, most) &&
    value >= (least ?? -Infinity) &&
    value <= (most ?? Infinity)
  );
}
