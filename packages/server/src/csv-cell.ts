/** A cell of CSV (RFC 4180): quoted where it must be, and never one that a spreadsheet takes for a formula. */
export function csvCell(value: unknown): string {
  const raw = value === undefined || value === null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  // A number below nought is no formula.
  const text = typeof value !== 'number' && /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
