import { isName } from '../ids.ts';
import { type Guard, isNumber, list, optional, record, shape, string } from '../shape.ts';
import { isSource, type Source } from './text.ts';

/** One measure of the body that is asked for. `height` and `weight` have words in every language; others bring a label. */
export interface SizeMeasure {
  readonly name: string;
  readonly label?: string | undefined;
  /** Such as `cm`. */
  readonly unit: string;
  /** What is known of this shopper already. */
  readonly value?: number | undefined;
}

/** The least and the most of a measure, both included. */
export type SizeRange = readonly [least: number, most: number];

/** One size: what stands in the table, and whom it fits, by the name of a measure. */
export interface SizeRow {
  readonly size: string;
  readonly cells: readonly string[];
  readonly fits: Readonly<Record<string, SizeRange>>;
}

/**
 * Which size? Asks for measures and shows the maker's table, smallest size first. Answered by a text with `reply.value` =
 * the size and `reply.values` = the measures by name.
 */
export interface SizeAdviceBody {
  readonly product?: string | undefined;
  readonly text?: string | undefined;
  readonly asks: readonly SizeMeasure[];
  /** Heads of the columns after the first, which is the size. */
  readonly columns: readonly string[];
  readonly rows: readonly SizeRow[];
  readonly source?: Source | undefined;
}

const isRange = (value: unknown): value is SizeRange =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber) && Number(value[0]) <= Number(value[1]);

/** Guard of {@link SizeAdviceBody}. */
export const isSizeAdvice: Guard<SizeAdviceBody> = shape<SizeAdviceBody>({
  product: optional(isName),
  text: optional(string(1000)),
  asks: list(
    shape<SizeMeasure>({
      name: string(40, 1),
      label: optional(string(60)),
      unit: string(12),
      value: optional(isNumber),
    }),
    4,
    1,
  ),
  columns: list(string(40), 6),
  rows: list(shape<SizeRow>({ size: string(24, 1), cells: list(string(40), 6), fits: record(isRange, 4) }), 24, 1),
  source: optional(isSource),
});
