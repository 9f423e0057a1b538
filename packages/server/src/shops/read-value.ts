import { isObject, isSafeUrl, type Money, minorDigits } from '@xiaoer/core/protocol';
import { plain } from './field-source.ts';
import type { SourceMapping } from './mapping.ts';

/** A value, or why there is none. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

/** `899`, `899.00`, `¥1,299.00`, `CNY 899`; not `about 30` and not `12-15`. */
const AMOUNT = /^(?:[A-Z]{3}|\p{Sc})?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:[A-Z]{3}|\p{Sc}|元)?$/u;

/** A price: `{ amount, currency }` in minor units, or a plain number in the unit that the mapping names. */
export function readMoney(value: unknown, mapping: SourceMapping, shopCurrency: string): Read<Money> {
  if (isObject(value)) {
    const { amount, currency = shopCurrency } = value;
    if (!Number.isSafeInteger(amount) || Number(amount) < 0)
      return { problem: 'the amount of the price is not a whole number of minor units' };
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
      return { problem: 'the currency of the price is not an ISO 4217 code' };
    return { value: { amount: Number(amount), currency } };
  }
  const text = plain(value);
  if (text === undefined) return { problem: 'there is no price' };
  const match = AMOUNT.exec(text);
  if (!match) return { problem: `the price "${text.slice(0, 40)}" is not a number` };
  if (!mapping.price)
    return { problem: 'the price is a plain number: say with "price": { "unit": "major" } or "minor" what it means' };
  const currency = mapping.price.currency ?? shopCurrency;
  const number = Number(`${match[1]?.replaceAll(',', '')}${match[2] ?? ''}`);
  const amount = mapping.price.unit === 'minor' ? number : Math.round(number * 10 ** minorDigits(currency));
  if (!Number.isSafeInteger(amount))
    return { problem: `the price "${text.slice(0, 40)}" is not a whole number of minor units` };
  return { value: { amount, currency } };
}

/** A count of pieces: undefined when the field is empty. */
export function readStock(value: unknown): Read<number | undefined> {
  const text = plain(value);
  if (text === undefined) return { value: undefined };
  const number = Number(text);
  if (!Number.isFinite(number)) return { problem: `the stock "${text.slice(0, 40)}" is not a number and was left out` };
  return { value: Math.max(0, Math.floor(number)) };
}

const YES = new Set(['true', '1', 'yes', 'y', 'on', '是', '上架', 'active', 'on_sale']);
const NO = new Set(['false', '0', 'no', 'n', 'off', '否', '下架', 'inactive', 'off_sale']);

/** Yes or no; undefined when the field is empty or says neither. */
export function readFlag(value: unknown): boolean | undefined {
  const text = plain(value)?.toLowerCase();
  return text === undefined ? undefined : YES.has(text) ? true : NO.has(text) ? false : undefined;
}

/** An address of a page or picture; files of the folder's `pictures` are served by us. */
export function readAddress(value: unknown): Read<string | undefined> {
  const text = plain(value);
  if (text === undefined) return { value: undefined };
  if (/^(\.\/)?pictures\/[^\\]+$/.test(text) && !text.split('/').includes('..')) {
    const path = text.replace(/^(\.\/)?pictures\//, '').split('/');
    return { value: `/shop/pictures/${path.map(encodeURIComponent).join('/')}` };
  }
  const safe: boolean = isSafeUrl(text);
  if (safe) return { value: text };
  return { problem: `the address "${text.slice(0, 60)}" is neither http(s) nor a path and was left out` };
}

/** A moment: ISO, `2026-03-01 10:20:00` in `zone`, or seconds or milliseconds since 1970. */
export function readTime(value: unknown, zone = 'Z'): number | undefined {
  const text = plain(value);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) < 1e11 ? Number(text) * 1000 : Number(text);
  const iso = text.replace(/^(\d{4})[/-](\d\d?)[/-](\d\d?)/, (_, y: string, m: string, d: string) =>
    [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  );
  const full = /^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T00:00:00` : iso.replace(' ', 'T');
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(full) ? full : full + zone);
  return Number.isFinite(time) ? time : undefined;
}
