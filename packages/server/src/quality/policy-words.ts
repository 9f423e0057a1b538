import { isObject } from '@xiaoer/core/protocol';

const money = (value: unknown): string | undefined =>
  isObject(value) && typeof value['amount'] === 'number' ? `${value['amount'] / 100} ${value['currency']}` : undefined;

const counted =
  (...texts: readonly string[]) =>
  (value: unknown): readonly string[] =>
    typeof value === 'number' && value > 0 ? texts.map((text) => text.replace('#', String(value))) : [];

const priced =
  (...texts: readonly string[]) =>
  (value: unknown): readonly string[] => {
    const sum = money(value);
    return sum === undefined ? [] : texts.map((text) => text.replace('#', sum));
  };

/** The fields of a shop's policies as sentences, by which what an agent says of the same is found. */
export const POLICY_WORDS: Readonly<Record<string, (value: unknown) => readonly string[]>> = {
  returnDays: counted('#天无理由退货退换', 'return goods returned within # days'),
  shippingFee: priced('运费邮费#', 'shipping delivery fee costs #'),
  freeShippingFrom: priced('满#包邮免运费', 'free shipping delivery from #'),
  dispatchHours: counted('#小时内发货发出', 'dispatched shipped leaves within # hours'),
  warrantyMonths: counted('保修质保#个月', 'warranty guarantee # months'),
  priceProtectionDays: counted('#天价保保价降价补差', 'price protection within # days'),
};
