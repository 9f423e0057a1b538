const DAY_MS = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

/** A day of the reader's calendar, `2026-11-22`. */
const dayText = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** So many days, today the last of them. */
export const lastDays = (n: number, now: number): { readonly from: string; readonly to: string } => ({
  from: dayText(now - (n - 1) * DAY_MS),
  to: dayText(now),
});
