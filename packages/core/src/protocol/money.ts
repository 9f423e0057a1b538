import { type Guard, integer, matching, shape } from './shape.ts';

/** An amount in integer minor units (分, cents) of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Guard of {@link Money}. */
export const isMoney: Guard<Money> = shape<Money>({
  amount: integer(Number.MIN_SAFE_INTEGER),
  currency: matching(/^[A-Z]{3}$/),
});

const WITHOUT_MINOR = ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'UGX', 'XAF', 'XOF'];

/** Digits after the decimal point of a currency. */
export const minorDigits = (currency: string): number => (WITHOUT_MINOR.includes(currency) ? 0 : 2);

/** `CNY 899.00`: the plain form of fallbacks and logs. Screens use `Intl.NumberFormat`. */
export const plainMoney = ({ amount, currency }: Money): string =>
  `${currency} ${(amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))}`;
