import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import type { SellingTalk } from '../selling/selling-talk.ts';
import { clip } from '../text/clip.ts';
import type { Graph } from './graph.ts';
import { moreBy, written } from './judge.ts';

/** The two sides of a comparison, as they were named. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

const trim = (side: string, talks: readonly SellingTalk[]): string => {
  let text = side.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    for (const { aside } of talks) text = text.replace(aside, '');
    text = text.replace(/[?？。.!！,，:：]+$/, '').trim();
  }
  return text;
};

/** The two things a sentence compares, by the connector between them; undefined when there are not two. */
export function readSides(text: string, talks: readonly SellingTalk[]): Sides | undefined {
  for (const shape of talks.flatMap(({ compares }) => compares)) {
    const found = shape.exec(text);
    const left = trim(found?.[1] ?? '', talks);
    const right = trim(found?.[2] ?? '', talks);
    if (left && right && left !== right) return { left, right };
  }
  return undefined;
}

/** One attribute of both. */
export interface Row {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  /** By how much the left one has more of it, or the right one. */
  readonly more?: { readonly left: boolean; readonly by: string } | undefined;
}

/** Attributes that both have, those that differ first, and of these the one that was asked for. */
export function compareProducts(
  left: Product,
  right: Product,
  lang: string,
  graph: Graph,
  asked?: string,
): { readonly differ: readonly Row[]; readonly same: readonly Row[] } {
  const differ: (Row & { readonly first: boolean })[] = [];
  const same: Row[] = [];
  const plain = (text: string) => text.toLowerCase().replace(/[\s，,。.;；]/g, '');
  for (const { name, value, concepts, read } of graph.fields(left)) {
    const other = graph.fields(right).find((one) => pick(one.name, lang) === pick(name, lang));
    if (!other) continue;
    const a = pick(value, lang);
    const b = pick(other.value, lang);
    // Paragraphs of advice compare badly and push the facts out of sight.
    if (a.length > 120 || b.length > 120) continue;
    const row = { name: pick(name, lang), left: clip(a, 80), right: clip(b, 80) };
    const by = moreBy(read(lang), other.read(lang));
    // 2 kg and 2000 g are written otherwise and the same.
    if (plain(a) === plain(b) || by?.by === 0) same.push(row);
    else {
      const more = by && { left: by.by > 0, by: written(Math.abs(by.by), by.unit) };
      differ.push({ ...row, ...(more ? { more } : {}), first: asked !== undefined && concepts.has(asked) });
    }
  }
  differ.sort((a, b) => Number(b.first) - Number(a.first));
  return { differ: differ.slice(0, 6), same: same.slice(0, 4) };
}
