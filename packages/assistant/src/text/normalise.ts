import { asWritten, type Simplify } from './characters.ts';

/** A typed value that was taken out of the running text. */
export interface Mask {
  readonly kind: 'url' | 'email' | 'phone' | 'number';
  readonly value: string;
}

/** A shopper's text, made comparable. */
export interface NormalText {
  /** As the shopper wrote it. */
  readonly original: string;
  /** Compatibility forms unified, lower case, simplified, repeats shortened, masks in place of typed values. */
  readonly text: string;
  readonly masks: readonly Mask[];
  /** Whether it is written as a question. */
  readonly question: boolean;
  /** Exclamation marks as written, and whether it is all in capitals: signals of mood. */
  readonly exclamations: number;
  readonly shouting: boolean;
}

/** Stands in the text where a typed value was. A private-use character: it is no letter of any word. */
export const MASK = '\uE000';

const SHAPES: readonly (readonly [Mask['kind'], RegExp])[] = [
  ['url', /https?:\/\/[^\s\u3000-\u9fff]+/gi],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['phone', /(?<![\d])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g],
  ['number', /(?<![\w])[a-z]{0,4}[-_]?\d{6,24}(?:[-_]\d{1,8}){0,2}(?![\w])/gi],
  ['number', /(?<![\w])[a-z]{1,4}-\d{3,12}(?:-\d{1,8})?(?![\w])/gi],
];

/** What every one of them has; most sentences have none, and are told so at once. */
const MASKED = /[/@]|\d{3}/;

const QUOTES: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '`': "'", '“': '"', '”': '"' };

/** Questions without their mark, as they are typed on phones. */
const QUESTION =
  /[吗呢么]\s*[。.~!！]*$|^(?:(?:is|are|does|can|could|will|would|should|did|has) (?:i|you|u|it|this|that|the|these|those|they|we|there|my|your|an?)|do (?:you|u|i|they|these|those|we|the)|how|what|which|when|where|who|why)\b/;

/** First stage: makes two spellings of the same sentence the same text. Pure; the original is kept. */
export function normalise(original: string, simplify: Simplify = asWritten): NormalText {
  const masks: Mask[] = [];
  let text = original.normalize('NFKC').replace(/[’‘`“”]/g, (quote) => QUOTES[quote] ?? quote);
  const shouting = !/[a-z]/.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) >= 8;
  if (MASKED.test(text))
    for (const [kind, shape] of SHAPES)
      text = text.replace(shape, (value) => {
        masks.push({ kind, value });
        return MASK;
      });
  text = simplify(text.toLowerCase())
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/(\p{Script=Han})\1{2,}/gu, '$1')
    .replace(/([!?.,~。，！？])\1+/g, '$1')
    .replace(/(\d)米(\d)(?!\d)/g, '$1.$2米')
    .replace(/(?<=%) +(?=\p{Script=Han})/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return {
    original,
    text,
    masks,
    question: /[?？]/.test(original) || QUESTION.test(text),
    exclamations: original.match(/[!！]/g)?.length ?? 0,
    shouting,
  };
}
