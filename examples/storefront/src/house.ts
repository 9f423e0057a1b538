import type { Catalogue, Money } from './catalogue.ts';
import type { icon } from './element.ts';
import type { Locale } from './localized.ts';

/** One thing that the shop promises with everything it sells. */
export interface Promised {
  readonly icon: Parameters<typeof icon>[0];
  readonly text: Readonly<Record<Locale, string>>;
}

/** What a shop says of itself beyond its catalogue. */
export interface House {
  readonly promises: readonly Promised[];
  /** Parcels within the mainland, remote provinces apart. */
  readonly shipping: { readonly fee: number; readonly freeFrom: number };
}

/** The bundled shop, in the same words and figures as its `answers.json`. */
const YUNLAI: House = {
  promises: [
    { icon: 'clock', text: { 'zh-CN': '24 小时内从杭州发出', en: 'Leaves Hangzhou within 24 hours' } },
    { icon: 'truck', text: { 'zh-CN': '满 199 元包邮', en: 'Free shipping from ¥199' } },
    { icon: 'back', text: { 'zh-CN': '未使用 7 天内可退', en: 'Unused goods go back within 7 days' } },
  ],
  shipping: { fee: 1_200, freeFrom: 19_900 },
};

/** What is known of the house; nothing for a merchant's own shop, which says it in its own pages. */
export const houseOf = ({ shop }: Catalogue): House | undefined => (shop.id === 'yunlai' ? YUNLAI : undefined);

/** What a parcel of goods for `total` costs, and what is missing until it is free. */
export function shippingOf({ shipping }: House, total: Money): { readonly fee: Money; readonly missing: Money } {
  const { currency } = total;
  const missing = Math.max(0, shipping.freeFrom - total.amount);
  return { fee: { amount: missing > 0 ? shipping.fee : 0, currency }, missing: { amount: missing, currency } };
}
