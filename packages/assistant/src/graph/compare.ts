import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import type { Graph } from './graph.ts';
import { moreBy, written } from './judge.ts';

/** The two sides of a comparison, as they were named. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

const SHAPES: readonly RegExp[] = [
  /(?:which (?:one )?(?:is|are|keeps|holds|lasts)|what(?:'s| is)) (?:the )?(?:\w+er|more \w+|best|most \w+)(?: one)?[,:]? +(.+?),? or (.+)/,
  /(?:difference|differences|different|compare|comparison)\s+(?:between\s+)?(.+?)\s+(?:and|vs\.?|versus|with|to|from)\s+(.+)/,
  /(?:which (?:one )?(?:is|would be|keeps)[\w ]*?(?:,|:|-)|which[\w ]*?,|better[:,]?)\s*(.+?)\s+or\s+(.+)/,
  /(.+?)\s+(?:vs\.?|versus|compared (?:to|with)|different from|better than|or)\s+(.+)/,
  /(?:对比|比较)(?:一下)?(.+?)(?:和|跟|与|、|vs)(.+)/,
  /(.+?)(?:有没有)?比(.+?)(?:还|更|要)?(?:好|暖和|厚|薄|贵|便宜|轻|重|大|软|舒服|耐用|结实)/,
  /(.+?)(?:和|跟|与|同|还是|vs|pk|比起|、|对比)(.+)/,
  /(\p{Script=Han}+)[ ,，]+(\p{Script=Han}+)/u,
];

const EDGES =
  /^(?:请问|你们的?|你们家的?|想问一下|问一下|那|how (?:is|are|does)|what(?:'s| is| are)?|is|are|should i (?:get|buy|take)|do i want|the|a|an|your)\s*|(?:之间)?(?:的|有)*(?:什么|啥|哪些)?(?:区别|差别|差异|不同|不一样).*$|(?:哪个|哪款|哪种|谁|比较|怎么选|选哪|买哪|相比|对比|比一比|比一下|更|好不好).*$|\s+(?:which|differ|what's|is better|better|are different).*$|[?？。.!！,，:：]+$/g;

const trim = (side: string): string => {
  let text = side.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(EDGES, '').trim();
  }
  return text;
};

/** The two things a sentence compares, by the connector between them; undefined when there are not two. */
export function readSides(text: string): Sides | undefined {
  for (const shape of SHAPES) {
    const found = shape.exec(text);
    const left = trim(found?.[1] ?? '');
    const right = trim(found?.[2] ?? '');
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
