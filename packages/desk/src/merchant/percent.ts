/** A share of 1 as people read it: 92.4 %. A dash where there is nothing to count. */
export const percent = (share: number | null, locale: string): string =>
  share === null ? '–' : share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });

/** A difference of two shares in points, with its sign. */
export const points = (by: number, locale: string): string =>
  (by * 100).toLocaleString(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
