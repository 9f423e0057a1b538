/** Centred and scaled, so that scores of different kinds can be added. */
export function standardise(scores: Float32Array): Float32Array {
  let sum = 0;
  for (const score of scores) sum += score;
  const mean = sum / (scores.length || 1);
  let square = 0;
  for (const score of scores) square += (score - mean) ** 2;
  const deviation = Math.sqrt(square / (scores.length || 1)) || 1;
  return scores.map((score) => (score - mean) / deviation);
}

/** What one kind of evidence says about each class, and what it counts for. */
export interface Evidence {
  readonly scores: Float32Array;
  readonly weight: number;
}

/** One score a class: the weighted sum of the standardised evidence, divided by the sum of the weights. */
export function fuse(evidence: readonly Evidence[]): Float32Array {
  const [first] = evidence;
  const fused = new Float32Array(first?.scores.length ?? 0);
  let total = 0;
  for (const { scores, weight } of evidence) {
    total += weight;
    const level = standardise(scores);
    for (let k = 0; k < fused.length; k++) fused[k] = (fused[k] as number) + weight * (level[k] as number);
  }
  return total > 0 ? fused.map((score) => score / total) : fused;
}
