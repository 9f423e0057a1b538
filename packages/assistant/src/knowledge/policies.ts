import type { Money } from '@xiaoer/core/protocol';
import { type Circumstances, holds } from './condition.ts';
import type { KnowledgeSource } from './knowledge-source.ts';

/** What a shop promises, as plain values. What is absent is not known, and never guessed. */
export interface Policies {
  /** Days in which goods can be returned; 0: not at all. */
  readonly returnDays?: number | undefined;
  /** Whether the shop pays for sending a return. */
  readonly freeReturns?: boolean | undefined;
  readonly shippingFee?: Money | undefined;
  /** Value of an order from which delivery is free. */
  readonly freeShippingFrom?: Money | undefined;
  /** Hours until an order leaves. */
  readonly dispatchHours?: number | undefined;
  readonly warrantyMonths?: number | undefined;
  /** Days after buying in which a lower price is made good; 0: not at all. */
  readonly priceProtectionDays?: number | undefined;
  readonly invoices?: boolean | undefined;
  readonly giftWrap?: boolean | undefined;
}

/** One field of the policies. */
export type PolicyField = keyof Policies;

/** All of them. */
export const POLICY_FIELDS = [
  'returnDays',
  'freeReturns',
  'shippingFee',
  'freeShippingFrom',
  'dispatchHours',
  'warrantyMonths',
  'priceProtectionDays',
  'invoices',
  'giftWrap',
] as const satisfies readonly PolicyField[];

/** Which fields speak of which intent, in the order in which they are told. */
const FIELDS: Readonly<Record<string, readonly PolicyField[]>> = {
  'return.policy': ['returnDays', 'freeReturns'],
  'return.request': ['returnDays', 'freeReturns'],
  'exchange.request': ['returnDays'],
  'shipping.cost': ['shippingFee', 'freeShippingFrom'],
  'shipping.time': ['dispatchHours'],
  'warranty.repair': ['warrantyMonths'],
  'price.protect': ['priceProtectionDays'],
  'invoice.ask': ['invoices'],
  'gift.ask': ['giftWrap'],
};

/** What the shop promises in this case: of the exceptions the first that holds, and for the rest what it promises all. */
export function policiesFor({ policies = {}, exceptions = [] }: KnowledgeSource['shop'], now: Circumstances): Policies {
  const exception = exceptions.find(({ when }) => holds(when, now) === true);
  return exception ? { ...policies, ...exception.policies } : policies;
}

/** The fields on an intent that the shop has filled in. */
export const fieldsOn = (intent: string, policies: Policies = {}): readonly PolicyField[] =>
  (FIELDS[intent] ?? []).filter((field) => policies[field] !== undefined);
