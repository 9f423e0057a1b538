/** A logistic over signals: the probability that something holds. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Probability, 0 … 1. */
export function probability({ bias, weights }: Logistic, signals: readonly number[]): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (signals[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a logistic by gradient descent on standardised signals with a ridge, both outcomes counting alike however
 * many there are of each.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  holds: readonly boolean[],
  ridge = 0.002,
  steps = 400,
): Logistic {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (const row of rows) for (let i = 0; i < width; i++) mean[i] = (mean[i] as number) + (row[i] ?? 0) / rows.length;
  for (const row of rows)
    for (let i = 0; i < width; i++)
      scale[i] = (scale[i] as number) + ((row[i] ?? 0) - (mean[i] as number)) ** 2 / rows.length;
  for (let i = 0; i < width; i++) scale[i] = Math.sqrt(scale[i] as number) || 1;
  const level = rows.map((row) => row.map((value, i) => (value - (mean[i] as number)) / (scale[i] as number)));
  const yes = holds.filter(Boolean).length;
  const worth = [0.5 / Math.max(1, rows.length - yes), 0.5 / Math.max(1, yes)] as const;
  const weights = new Float64Array(width);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(width);
    let slopeOfBias = 0;
    level.forEach((row, n) => {
      let sum = bias;
      for (let i = 0; i < width; i++) sum += (weights[i] as number) * (row[i] as number);
      const miss = (1 / (1 + Math.exp(-sum)) - (holds[n] ? 1 : 0)) * worth[holds[n] ? 1 : 0];
      slopeOfBias += miss;
      for (let i = 0; i < width; i++) slope[i] = (slope[i] as number) + miss * (row[i] as number);
    });
    const rate = 2;
    bias -= rate * slopeOfBias;
    for (let i = 0; i < width; i++)
      weights[i] = (weights[i] as number) - rate * ((slope[i] as number) + ridge * (weights[i] as number));
  }
  const plain = Array.from(weights, (weight, i) => weight / (scale[i] as number));
  return { bias: bias - plain.reduce((sum, weight, i) => sum + weight * (mean[i] as number), 0), weights: plain };
}
