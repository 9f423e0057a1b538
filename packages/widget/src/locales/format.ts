import { type Money, minorDigits } from '@xiaoer/core/protocol';

/** Numbers, money and times in one language. */
export interface Format {
  money(money: Money): string;
  /** Sign, figure and decimals apart, so that a price can be set with small sign and decimals. */
  moneyParts(money: Money): readonly { readonly type: string; readonly value: string }[];
  number(value: number): string;
  /** 14:32 */
  time(at: number): string;
  /** 12 November, with the year when it is another. */
  date(at: number): string;
  /** Today, yesterday, or the date, by the word of the language. */
  day(at: number): string;
  /** 12 Nov, or the word for today; for narrow columns. */
  shortDate(at: number): string;
}

const DAY_MS = 86_400_000;

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
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const fullDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const today = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = (at: number) =>
    (new Date(at).getFullYear() === new Date(now()).getFullYear() ? day : fullDay).format(at);
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const number = new Intl.NumberFormat(locale);
  return {
    money: (money) => {
      const { value, with: format } = currency(money);
      return format.format(value);
    },
    moneyParts: (money) => {
      const { value, with: format } = currency(money);
      return format.formatToParts(value);
    },
    number: (value) => number.format(value),
    time: (at) => time.format(at),
    date,
    day(at) {
      const ago = Math.round((midnight(now()) - midnight(at)) / DAY_MS);
      return ago === 0 || ago === 1 ? today.format(-ago, 'day') : date(at);
    },
    shortDate: (at) =>
      new Date(at).toDateString() === new Date(now()).toDateString() ? today.format(0, 'day') : shortDay.format(at),
  };
}
