/** The range in which 95 of 100 repetitions lie. */
export type Interval = readonly [low: number, high: number];

/** A figure of a sample, given how often each row of it was drawn. */
export type Statistic = (times: Uint16Array) => number;

const REPEATS = 500;

/**
 * 95 % interval of a figure by the percentile bootstrap (Efron: Bootstrap Methods, Annals of Statistics 7, 1979), drawn
 * with a fixed seed, so that the same rows have the same interval.
 */
export function bootstrap(rows: number, statistic: Statistic, repeats = REPEATS): Interval {
  let seed = 0x9e3779b9;
  const found = Array.from({ length: repeats }, () => {
    const times = new Uint16Array(rows);
    for (let n = 0; n < rows; n++) {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      const at = (seed >>> 0) % rows;
      times[at] = (times[at] as number) + 1;
    }
    return statistic(times);
  }).sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(repeats - 1, Math.floor(share * repeats))] ?? 0;
  return [at(0.025), at(0.975)];
}
