import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import type { Vocabulary } from '../text/features.ts';
import { features, type Segment } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { meet } from '../understanding/similarity.ts';

const CLIP = 60;

/** The attributes of a product that meet the wants, as `name value`: the reason on its card, nothing made up. */
export function matchedAttributes(
  product: Product,
  wants: readonly Segment[],
  lang: string,
  vocabulary: Vocabulary,
): readonly string[] {
  const reasons: string[] = [];
  for (const want of wants) {
    let best: { reason: string; share: number } | undefined;
    for (const { name, value } of product.attributes) {
      // Meaning may be written in another language than the one that is shown.
      const texts = typeof value === 'string' ? [value] : Object.values(value);
      for (const text of texts) {
        // A paragraph of advice mentions everything and is a reason for nothing.
        if (text.length > CLIP) continue;
        const { units } = features(normalise(text).text, vocabulary);
        const { share } = meet(
          want,
          (key) => (units.has(key) ? 1 : 0),
          () => 1,
        );
        const reason = `${pick(name, lang)} ${clip(pick(value, lang), CLIP)}`;
        if (share >= 0.5 && share > (best?.share ?? 0)) best = { reason, share };
      }
    }
    if (best && !reasons.includes(best.reason)) reasons.push(best.reason);
  }
  return reasons.slice(0, 3);
}
