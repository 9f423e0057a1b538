import { type Money, minorDigits } from '@xiaoer/core/protocol';

const money = new Map<string, Intl.NumberFormat>();

/** An amount as a shopper reads it: ¥899, $12.50. */
export function formatMoney({ amount, currency }: Money, lang: string): string {
  const digits = minorDigits(currency);
  const whole = amount % 10 ** digits === 0;
  const key = `${lang} ${currency} ${whole}`;
  let format = money.get(key);
  if (!format) {
    format = new Intl.NumberFormat(lang, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: whole ? 0 : digits,
    });
    money.set(key, format);
  }
  return format.format(amount / 10 ** digits);
}

/** An amount of major units in a shop's currency. */
export const formatMajor = (major: number, currency: string, lang: string): string =>
  formatMoney({ amount: Math.round(major * 10 ** minorDigits(currency)), currency }, lang);

const days = new Map<string, Intl.DateTimeFormat>();

/** A day as a shopper reads it: 11月22日, 22 November. The year is left out: orders are recent. */
export function formatDay(at: number, lang: string, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let format = days.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { month: 'long', day: 'numeric', timeZone });
    days.set(key, format);
  }
  return format.format(at);
}
