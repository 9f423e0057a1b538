import type { Opening, Priority } from './ticket.ts';
import type { DispatchRule, TicketType } from './ticket-type.ts';

/** Where a ticket goes, how soon, and the rule that says so, from 1. */
export interface Dispatched {
  readonly group?: string | undefined;
  readonly priority: Priority;
  readonly dueHours: number;
  readonly rule?: number | undefined;
}

const oneOf = (wanted: string | readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && (typeof wanted === 'string' ? [wanted] : wanted).includes(value));

function fits(
  { when }: DispatchRule,
  about: Pick<Opening, 'type' | 'shop' | 'product' | 'amount' | 'emotion'>,
): boolean {
  const { gte = Number.NEGATIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = when.amount ?? {};
  const amount = about.amount?.amount;
  return (
    oneOf(when.type, about.type) &&
    oneOf(when.shop, about.shop) &&
    oneOf(when.product, about.product) &&
    oneOf(when.emotion, about.emotion) &&
    (when.amount === undefined || (amount !== undefined && amount >= gte && amount <= lte))
  );
}

/** The first rule that fits; what it does not say is the type's. */
export function dispatch(
  type: TicketType,
  rules: readonly DispatchRule[],
  about: Pick<Opening, 'type' | 'shop' | 'product' | 'amount' | 'emotion'>,
): Dispatched {
  const at = rules.findIndex((rule) => fits(rule, about));
  const { group, priority, dueHours } = rules[at]?.to ?? {};
  return {
    group: group ?? type.group,
    priority: priority ?? type.priority ?? 'normal',
    dueHours: dueHours ?? type.dueHours,
    ...(at < 0 ? {} : { rule: at + 1 }),
  };
}
