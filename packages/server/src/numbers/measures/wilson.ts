/** 95 % of a normal distribution lie within so many deviations. */
const Z = 1.96;

/**
 * The interval in which a share lies with 95 % confidence (Wilson 1927): it says how much a small number of answers may
 * be trusted.
 */
export function wilson(hits: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const width = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale)];
}
