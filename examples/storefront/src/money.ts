import type { Money } from './catalogue.ts';

/** `¥899`, `¥12.50`: in the reader's form, without zeros that say nothing. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
  const value = amount / 10 ** digits;
  return new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
  }).format(value);
}
