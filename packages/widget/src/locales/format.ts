import { type Money, minorDigits } from '@xiaoer/core/protocol';
import { type PlainFormat, plainFormats } from './plain-format.ts';

/** Numbers, money and times in one language. */
export interface Format extends PlainFormat {
  money(money: Money): string;
  /** Sign, figure and decimals apart, so that a price can be set with small sign and decimals. */
  moneyParts(money: Money): readonly { readonly type: string; readonly value: string }[];
  /** 12 Nov, or the word for today; for narrow columns. */
  shortDate(at: number): string;
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/;

/** Among letters from right to left a sign such as CN¥ would be turned round: it is isolated (Unicode UAX 9). */
const inOrder = (locale: string, parts: readonly Intl.NumberFormatPart[]) =>
  RIGHT_TO_LEFT.test(locale)
    ? parts.map(({ type, value }) => ({ type, value: type === 'currency' ? `\u2068${value}\u2069` : value }))
    : parts;

/** Formats for a BCP 47 locale by Intl. */
export function formats(locale: string, now: () => number): Format {
  const currency = ({ amount, currency }: Money) => {
    const digits = minorDigits(currency);
    const whole = amount % 10 ** digits === 0;
    return {
      value: amount / 10 ** digits,
      with: new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: whole ? 0 : digits,
        maximumFractionDigits: digits,
      }),
    };
  };
  const plain = plainFormats(locale, now);
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  return {
    ...plain,
    money: (money) => {
      const { value, with: format } = currency(money);
      return inOrder(locale, format.formatToParts(value))
        .map((part) => part.value)
        .join('');
    },
    moneyParts: (money) => {
      const { value, with: format } = currency(money);
      return inOrder(locale, format.formatToParts(value));
    },
    shortDate: (at) =>
      new Date(at).toDateString() === new Date(now()).toDateString() ? plain.day(at) : shortDay.format(at),
  };
}
