import type { MeasureQuestion } from './measure-question.ts';
import type { Quantity } from './quantity.ts';
import type { TypedValue } from './read-value.ts';
import { UNIT, unitOf } from './units.ts';

/** What a field says to a question that can be answered with yes or no. */
export interface Verdict {
  readonly kind: 'within' | 'beyond' | 'fits' | 'too-big' | 'named' | 'ruled-out';
  /** What was asked about, as it was written: 200斤, 电磁炉. */
  readonly asked: string;
}

const top = ({ sides }: Quantity): number => Math.max(...sides.map(({ from, to }) => to ?? from ?? 0));
const least = ({ sides }: Quantity): number => Math.min(...sides.map(({ from, to }) => from ?? to ?? 0));

/**
 * Whether a measure is within what a field states. Undefined where the field is doubtful, says it of several sizes that
 * differ in it, or says nothing of the kind: then it is quoted and the shopper judges.
 */
export function judgeMeasure(asked: MeasureQuestion, fields: readonly TypedValue[]): Verdict | undefined {
  const { concept, quantity, written } = asked;
  if (concept === undefined || fields.some(({ doubts }) => doubts.length > 0)) return undefined;
  const stated = fields.flatMap(({ quantities }) => quantities).filter(({ unit }) => unit === quantity.unit);
  if (stated.length === 0) return undefined;
  const wanted = top(quantity);
  if (concept === 'size') {
    // Which way round it goes is not known: all of it fits, or not even its shortest side does.
    if (stated.every((one) => top(one) <= wanted)) return { kind: 'fits', asked: written };
    return stated.every((one) => least(one) > wanted) ? { kind: 'too-big', asked: written } : undefined;
  }
  if (stated.every((one) => top(one) >= wanted)) return { kind: 'within', asked: written };
  return stated.every((one) => top(one) < wanted) ? { kind: 'beyond', asked: written } : undefined;
}

const NEGATED = /不(?!超|高|低|少|大)|非|勿|除|禁|\bnot\b|\bno\b|n't\b|\bexcept\b|\bnever\b/i;

/**
 * Whether a field names a thing, or rules it out: 不用电磁炉. Undefined when it does neither, or both. `parts`: what is ruled
 * out of another part speaks against it too: «the cover by machine, the foam not» is told in full only.
 */
export function judgeNamed(word: string, value: string, parts: boolean): Verdict | undefined {
  const clauses = value
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,，;；。.\n]+/);
  const told = clauses.filter((clause) => clause.includes(word));
  const ruled = told.filter((clause) => NEGATED.test(clause));
  if (told.length === 0 || (ruled.length > 0 && ruled.length < told.length)) return undefined;
  if (parts && ruled.length === 0 && clauses.some((clause) => NEGATED.test(clause))) return undefined;
  return { kind: ruled.length > 0 ? 'ruled-out' : 'named', asked: word };
}

const WRITTEN = new RegExp(String.raw`\d\s*(${UNIT})`, 'giu');

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Quantities of a field in another unit, as a shopper reads them: `3.4 斤`; undefined where they are of another kind. */
export function inUnit(wished: string, fields: readonly TypedValue[]): string | undefined {
  const { unit, factor } = unitOf(wished);
  const told = fields.flatMap(({ quantities, doubts }) => (doubts.length > 0 ? [] : quantities));
  const fitting = told.filter((one) => one.unit === unit).slice(0, 4);
  if (fitting.length === 0 || fitting.length < Math.min(4, told.length)) return undefined;
  const texts = fitting.map(({ sides, of }) => {
    const lengths = sides.map(({ from, to }) =>
      from === to
        ? number((from ?? 0) / factor)
        : [from, to].flatMap((one) => (one === undefined ? [] : number(one / factor))).join('–'),
    );
    return `${of ? `${of} ` : ''}${lengths.join(' × ')} ${wished}`;
  });
  return texts.join(' / ');
}

/** Whether a value is written in a unit already. */
export function isIn(wished: string, value: string): boolean {
  const { unit, factor } = unitOf(wished);
  return [...value.normalize('NFKC').matchAll(WRITTEN)].some(([, written = '']) => {
    const one = unitOf(written);
    return one.unit === unit && one.factor === factor;
  });
}

/** By how much one is more than the other; undefined when they cannot be told apart by one number each. */
export function moreBy(
  left: TypedValue,
  right: TypedValue,
): { readonly by: number; readonly unit: string } | undefined {
  const [a, b] = [left.quantities, right.quantities];
  const [one, other] = [a[0], b[0]];
  if (a.length !== 1 || b.length !== 1 || !one || !other || one.unit !== other.unit) return undefined;
  if (left.doubts.length > 0 || right.doubts.length > 0 || one.sides.length !== 1 || other.sides.length !== 1)
    return undefined;
  if (one.unit === '%') return undefined;
  return { by: top(one) - top(other), unit: one.unit };
}

/** A number of a base unit as shops write it: 2.1 kg, 36 L, 80 cm. */
export function written(value: number, unit: string): string {
  if (unit === 'g' && value >= 1000) return `${number(value / 1000)} kg`;
  if (unit === 'ml' && value >= 1000) return `${number(value / 1000)} L`;
  return `${number(value)} ${unit}`;
}
