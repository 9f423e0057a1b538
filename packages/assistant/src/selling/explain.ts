import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText, pick } from '../knowledge/localized.ts';
import { THINGS } from '../library/weights.ts';
import { type Features, readFeatures, type Segment, type Vocabulary } from '../text/features.ts';
import { meet } from '../understanding/similarity.ts';
import { isNumber } from './things.ts';

/** Room for all reasons of a card, in characters. A longer one is left out, never cut. */
const ROOM = { 'zh-CN': 40, en: 60 } as const;

const LONG = 200;

/** Properties whose fields tell best about a quality. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  warm: ['warmth', 'season'],
  light: ['season', 'weight'],
  soft: ['material', 'craft'],
  cotton: ['material'],
  'pure-cotton': ['material'],
  silk: ['material', 'filling'],
  wool: ['material', 'filling'],
  linen: ['material'],
  down: ['filling'],
  wood: ['material'],
  flight: ['size', 'pieces'],
};

/** Features of the texts of one card, made once. */
type Reader = (text: string) => Features;

const share = (want: Segment, text: string, read: Reader): number => {
  const { units } = read(text);
  return meet(
    want,
    (key) => (units.has(key) ? 1 : 0),
    () => 1,
  ).share;
};

/** The stretch of a value that speaks of the want: a reason is a few words, not a paragraph. */
const clauseWith = (value: string, want: Segment, wants: readonly Segment[], read: Reader): string | undefined => {
  const others = (part: string) => wants.reduce((sum, one) => sum + share(one, part, read), 0);
  const plain = value.replace(/\s+/g, ' ').trim();
  if (plain.length <= 16 && share(want, plain, read) >= 0.5) return plain;
  return plain
    .split(/[，,。；;\n]\s*/)
    .filter((part) => part !== '' && share(want, part, read) >= 0.5)
    .sort((a, b) => others(b) - others(a) || a.length - b.length)[0];
};

/** The field that states a want, as `name value`; fields that are made for it come first. */
function fieldFor(
  product: Product,
  want: Segment,
  wants: readonly Segment[],
  lang: string,
  read: Reader,
): string | undefined {
  let best: { reason: string; score: number } | undefined;
  const wanted = want.concepts.flatMap((concept) => TOLD_BY[concept] ?? []);
  for (const { name, value } of product.attributes) {
    const shown = pick(value, lang);
    // A paragraph of advice mentions everything and is a reason for nothing.
    if (shown.length > LONG) continue;
    // What is wanted may be written in another language than the one that is shown.
    const met = Math.max(...everyText(value).map((text) => (text.length > LONG ? 0 : share(want, text, read))));
    if (met < 0.5) continue;
    const clause = clauseWith(shown, want, wants, read) ?? (shown.length <= 24 ? shown.trim() : undefined);
    if (clause === undefined) continue;
    const { concepts } = read(pick(name, lang));
    // How to wash a thing is no reason for it, unless washing was asked for.
    if (concepts.has('care') && !want.concepts.includes('care')) continue;
    const score = met + (wanted.some((concept) => concepts.has(concept)) ? 1 : 0) - clause.length / 1000;
    if (score > (best?.score ?? 0)) best = { reason: `${pick(name, lang)} ${clause}`, score };
  }
  return best?.reason;
}

/**
 * Why a product fits, in the merchant's own words: the field, else the keyword or category, that states what was
 * wanted. What the thing is called is no reason while it stands in the title. `more` are reasons that come after.
 */
export function reasonsFor(
  product: Product,
  wants: readonly Segment[],
  lang: 'zh-CN' | 'en',
  vocabulary: Vocabulary,
  more: readonly string[],
): string | undefined {
  const made = new Map<string, Features>();
  const read: Reader = (text) => {
    const found = made.get(text) ?? readFeatures(text, vocabulary);
    made.set(text, found);
    return found;
  };
  const title = pick(product.title, lang);
  const reasons: string[] = [];
  for (const want of wants) {
    if (isNumber(want)) continue;
    const thing = want.concepts.some((concept) => THINGS.has(concept));
    const said = thing ? undefined : fieldFor(product, want, wants, lang, read);
    const named = () =>
      share(want, title, read) >= 0.5
        ? undefined
        : [...(product.keywords ?? []), ...(product.tags ?? []), ...product.category]
            .map((word) => pick(word, lang))
            .find(
              (word) =>
                word.length <= 16 && (thing ? word.toLowerCase().includes(want.text) : share(want, word, read) >= 0.5),
            );
    const reason = said ?? named();
    if (reason && !reasons.includes(reason)) reasons.push(reason);
  }
  let line = '';
  for (const reason of [...reasons.slice(0, 2), ...more]) {
    const longer = line ? `${line} · ${reason}` : reason;
    if (longer.length <= ROOM[lang]) line = longer;
  }
  return line || undefined;
}
