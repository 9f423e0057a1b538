/** What tells whether a text belongs to any known class at all, in the order of {@link SIGNALS}. */
export type Signals = readonly number[];

/** Names of the signals, for the trace. */
export const SIGNALS = [
  'margin',
  'lead',
  'entropy',
  'nearest',
  'votes',
  'agreement',
  'centroid',
  'known',
  'length',
  'fused',
] as const;

/** What the signals are read from. */
export interface Evidenced {
  /** Best class by the fused score. */
  readonly best: number;
  readonly fused: Float32Array;
  readonly linear: Float32Array;
  readonly centroids: Float32Array;
  /** Classes of the nearest rows with their cosines, best first. */
  readonly nearest: readonly { readonly label: number; readonly cosine: number }[];
  /** Share of the terms, by weight, that are known. */
  readonly known: number;
  /** How many known terms. */
  readonly terms: number;
}

/** Softness of the entropy: margins of one class are apart by about this much. */
const SOFT = 0.25;

function second(scores: Float32Array, best: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) if (k !== best) most = Math.max(most, scores[k] as number);
  return Number.isFinite(most) ? most : -1;
}

/** Entropy of the softened margins, 0 for one certain class and 1 for none. */
function entropyOf(scores: Float32Array): number {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (const score of scores) sum += Math.exp((score - most) / SOFT);
  let entropy = 0;
  for (const score of scores) {
    const share = Math.exp((score - most) / SOFT) / sum;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return scores.length > 1 ? entropy / Math.log(scores.length) : 0;
}

/** The ten signals of a text (ASSISTANT.md §2.6). */
export function signalsOf({ best, fused, linear, centroids, nearest, known, terms }: Evidenced): Signals {
  const five = nearest.slice(0, 5);
  const all = five.reduce((sum, { cosine }) => sum + cosine, 0);
  const votes = five.reduce((sum, { label, cosine }) => sum + (label === best ? cosine : 0), 0);
  return [
    linear[best] ?? -1,
    (linear[best] ?? -1) - second(linear, best),
    entropyOf(linear),
    nearest[0]?.cosine ?? 0,
    all > 0 ? votes / all : 0,
    nearest[0]?.label === best ? 1 : 0,
    centroids[best] ?? 0,
    known,
    Math.log(1 + terms),
    (fused[best] ?? 0) - second(fused, best),
  ];
}
