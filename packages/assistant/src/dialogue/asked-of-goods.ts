import { ATTRIBUTES, askedAttributes } from '../graph/attribute-question.ts';
import { type MeasureQuestion, readMeasureQuestion } from '../graph/measure-question.ts';
import { wantsOf } from '../selling/find-products.ts';
import { isNumber } from '../selling/things.ts';
import { features, type Segment } from '../text/features.ts';
import type { Context } from './context.ts';

/** What a sentence asks of goods, and what it names beside that. */
export interface AskedOfGoods {
  /** Properties, the most telling first. */
  readonly asked: readonly string[];
  /** Words that name or describe goods, numbers among them. */
  readonly words: readonly Segment[];
  /** The same without numbers: a measure of the shopper's or of the thing names nothing. */
  readonly wants: readonly Segment[];
  /** A measure that is asked about: 200斤的人能坐吗. */
  readonly measure?: MeasureQuestion | undefined;
}

/** Reads a question about goods: a measure in it says what is asked, and the name of a product is no property. */
export function askedOfGoods({ said, knowledge }: Pick<Context, 'said' | 'knowledge'>): AskedOfGoods {
  const measure = readMeasureQuestion(said.normal.text);
  const told = measure?.concept === undefined ? undefined : measure;
  const spoken = told ? features(told.rest, knowledge.vocabulary) : said.features;
  let asked = askedAttributes(spoken);
  // The 电陶炉 that is sold, as against the one a pan is put on.
  const named = ({ text, concepts }: Segment) =>
    concepts.some((one) => asked.includes(one)) && knowledge.catalogue.endings.has(text);
  const names = asked.length > 1 ? spoken.segments.filter(named) : [];
  const others = asked.filter((one) => !names.some(({ concepts }) => concepts.includes(one)));
  if (others.length > 0) asked = others;
  const own = names.filter(({ concepts }) => !concepts.some((one) => asked.includes(one)));
  const words = [...wantsOf(spoken, ATTRIBUTES), ...own];
  const first = told?.concept;
  return {
    asked: first === undefined ? asked : [first, ...asked.filter((one) => one !== first)],
    words,
    wants: words.filter((want) => !isNumber(want)),
    measure: told,
  };
}
