/** The value below which a share of the sorted values lies. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The middle of some numbers. */
export const median = (values) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** A number with so many digits behind the point. */
export const round = (value, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Value of `--name VALUE`, or the usual one. */
export function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/** Whether one line of JSON is asked for. */
export const wantsJson = process.argv.includes('--json');
