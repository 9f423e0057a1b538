const two = (n: number): string => String(n).padStart(2, '0');

/** A moment as a field of date and time has it, in the time of this browser; empty for none. */
export function typedMoment(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What was typed as a moment; undefined for none. */
export function momentOf(typed: string): number | undefined {
  const at = typed === '' ? Number.NaN : new Date(typed).getTime();
  return Number.isNaN(at) ? undefined : at;
}
