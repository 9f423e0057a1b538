import { UNIT, unitOf } from './units.ts';

/** From … to, both included; one that is absent is open. A single number has both alike. */
export interface Span {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** One quantity of a value: a number with a unit, or the sides of something. */
export interface Quantity {
  readonly sides: readonly Span[];
  /** cm, g, ml, W, V, min, months, %, … or the word that counts: 件, 根. */
  readonly unit: string;
  /** What of the product it is said of: 枕套, S, 棉. */
  readonly of?: string | undefined;
  /** How many of it there are, when that is said. */
  readonly times?: number | undefined;
  /** Said to be about so much. */
  readonly about?: true | undefined;
}

/** What was found in a text, and what of it is doubtful. */
export interface Quantities {
  readonly found: readonly Quantity[];
  /** Characters of the text that numbers, units and their labels take. */
  readonly explained: number;
  readonly doubts: readonly string[];
}

const NUMBER = String.raw`\d+(?:,\d{3})+(?![\d.])|\d+(?:\.\d+)?`;
const SIDE = String.raw`(?:长|宽|高|厚|深|直径|外径|内径|口径|[Φφø⌀])?\s*[:：]?\s*`;
const GIVE = String.raw`(?:\s*(?:±|\+-|\+/-)\s*(?:\d+(?:\.\d+)?)?(?:\s*(${UNIT}))?)?`;

/** One side: a number or a range, each with or without its unit, and what it may differ by. */
const ONE = new RegExp(
  `${SIDE}(${NUMBER})(?:\\s*(${UNIT}))?(?:\\s*(?:-|~|–|—|至|到|to)\\s*(${NUMBER})(?:\\s*(${UNIT}))?)?${GIVE}`,
  'iuy',
);
const BY = /\s*[*x×✕]\s*(?=\d|长|宽|高|厚|深|直径|[Φφø⌀])/iuy;
const OR = /\s*\/\s*(?=\d)/y;
const PLUS = /\s*\+\s*(?=\d)/y;

const UNTIL = /^\s*(?:宽|高|长|厚)?(?:以下|以内|之内|及以下)/u;
const SINCE = /^\s*(?:宽|高|长|厚)?(?:以上|及以上|起)/u;
const MOST = /(?:最长|最大|最多|最高|不超过|小于|低于|≤|<|up to|max\.?|at most|under)[^\d]*$/iu;
const LEAST = /(?:最短|最小|最少|最低|不少于|大于|高于|≥|>|at least|min\.?|over|from)[^\d]*$/iu;
const ROUGHLY = /(?:约|大约|about|approx\.?|ca\.?|~)\s*$/iu;
const GIVEN = /^\s*(?:左右|上下|approx)/iu;

interface RawSide {
  readonly span: readonly [number, number];
  readonly unit: string | undefined;
  /** Other numbers for the same side: 530/650. */
  readonly others: readonly number[];
}

interface Expression {
  readonly start: number;
  readonly end: number;
  readonly sides: readonly RawSide[];
  /** Unit of the whole, when a side alone has none. */
  readonly unit: string | undefined;
  readonly times: number | undefined;
  /** Joined by a plus to what follows, so that it takes its unit from there. */
  readonly plus: boolean;
}

const at = (shape: RegExp, text: string, place: number): RegExpExecArray | null => {
  shape.lastIndex = place;
  return shape.exec(text);
};

const plain = (number: string): number => Number(number.replaceAll(',', ''));

function readSide(text: string, place: number): { readonly side: RawSide; readonly end: number } | undefined {
  const match = at(ONE, text, place);
  if (!match) return undefined;
  const [whole, from = '', first, to, second, given] = match;
  const end = place + whole.length;
  const a = plain(from);
  const scale = first && second ? unitOf(first).factor / unitOf(second).factor : 1;
  const b = to === undefined ? a : plain(to);
  const low = to === undefined ? a : a * scale;
  return { side: { span: [Math.min(low, b), Math.max(low, b)], unit: second ?? first ?? given, others: [] }, end };
}

/** The expression that begins at a number: sides joined by a cross, with other numbers for the first or the last of them. */
function readExpression(text: string, start: number): Expression | undefined {
  const first = readSide(text, start);
  if (!first) return undefined;
  const sides: RawSide[] = [];
  let { side, end } = first;
  for (;;) {
    const others: number[] = [];
    // 530/650 are two numbers of one side; 230cm/220*240cm begins another expression.
    for (let or = at(OR, text, end); or && side.unit === undefined; or = at(OR, text, end)) {
      const next = readSide(text, end + or[0].length);
      if (!next || (sides.length > 0 && at(BY, text, next.end))) break;
      others.push(side.span[0]);
      ({ side, end } = next);
    }
    sides.push({ ...side, others });
    const by = at(BY, text, end);
    const next = by ? readSide(text, end + by[0].length) : undefined;
    if (!next) break;
    ({ side, end } = next);
  }
  const last = sides.at(-1);
  const counted = sides.length > 1 && last?.unit === undefined && sides.some(({ unit }) => unit !== undefined);
  const times = counted && last && Number.isInteger(last.span[0]) && last.span[0] <= 50 ? last.span[0] : undefined;
  const measured = times === undefined ? sides : sides.slice(0, -1);
  const unit = measured.findLast((one) => one.unit !== undefined)?.unit;
  return { start, end, sides: measured, unit, times, plus: unit === undefined && at(PLUS, text, end) !== null };
}

/** Every side in the unit that all are counted in; a side with other numbers is as many quantities. */
function quantitiesOf({ sides, unit: last }: Expression): { readonly unit: string; readonly rows: Span[][] } {
  const { unit } = unitOf(last ?? '');
  const round = (value: number) => Math.round(value * 1000) / 1000;
  let rows: Span[][] = [[]];
  sides.forEach((side, n) => {
    // A side without a unit has that of the next one with any: 1.5/1.8m*2m.
    const written = sides.slice(n).find((one) => one.unit !== undefined)?.unit ?? last ?? '';
    const { factor } = unitOf(written);
    const spans = [...side.others.map((other): [number, number] => [other, other]), side.span].map(
      ([from, to]): Span => ({ from: round(from * factor), to: round(to * factor) }),
    );
    rows = spans.flatMap((span) => rows.map((row) => [...row, span]));
  });
  return { unit, rows };
}

const EDGE = /[\n;；,，/、。+]/;

/** What stands before a quantity and belongs to it: 枕套：, S号, 锦纶. */
function labelBefore(text: string, from: number, start: number): string {
  const before = text.slice(from, start);
  let cut = before.length;
  while (cut > 0 && !EDGE.test(before.charAt(cut - 1))) cut--;
  return before
    .slice(cut)
    .replace(
      /(?:约|大约|直径|长|宽|高|厚|最大|最长|最多|不超过|≤|≥|<|>|about|from|(?:up )?to|at (?:least|most)|max\.?)\s*$/iu,
      '',
    )
    .replace(/^[\s:：（）()]+|[\s:：（）()]+$/gu, '')
    .slice(0, 24);
}

const AFTER = /^\s*(\p{Script=Han}{1,12}|[a-z]+(?: [a-z]+){0,3})/iu;
const BRACKETS = /^\s*\(([^)]{1,12})\)/;
const HEADING = /^[\p{Script=Han}][^\s;；,，/、。:：]{0,10}\s*[:：]/u;

/**
 * All quantities of a text. `unit` is that of the field, for numbers that have none: a name such as 尺寸(cm) says so.
 */
export function readQuantities(written: string, fieldUnit?: string): Quantities {
  const text = written.normalize('NFKC');
  const found: Quantity[] = [];
  const doubts = new Set<string>();
  let explained = 0;
  let from = 0;
  let waiting: Expression | undefined;
  for (let place = 0; place < text.length; ) {
    const before = text.charAt(place - 1);
    if (!/\d/.test(text.charAt(place)) || /[a-z\d.]/i.test(before)) {
      place++;
      continue;
    }
    const expression = readExpression(text, place);
    if (!expression) {
      place++;
      continue;
    }
    const rest = text.slice(expression.end);
    const heading = expression.unit !== undefined ? HEADING.exec(rest)?.[0] : undefined;
    if (heading) {
      // 1.5米床品：says for which bed the following is, and is none of its sizes.
      explained += expression.end - place + heading.length;
      place = expression.end + heading.length;
      continue;
    }
    const unit = expression.unit ?? fieldUnit;
    if (expression.plus) {
      waiting = expression;
      place = expression.end + 1;
      continue;
    }
    if (unit === undefined) {
      doubts.add('number');
      place = expression.end;
      continue;
    }
    let behind = 0;
    if (waiting) doubts.add('sum');
    for (const one of waiting ? [{ ...waiting, unit }, expression] : [expression]) {
      const { unit: counted, rows } = quantitiesOf({ ...one, unit });
      const label = labelBefore(text, from, one.start);
      // «60% cotton» and «cotton 60%»: what stands before with a colon is the part that is made of it.
      const leads = label === '' || /[:：]\s*$/.test(text.slice(from, one.start));
      const share = counted === '%' || (counted === 'g' && !UNTIL.test(rest) && !SINCE.test(rest));
      const after = share && leads && !GIVEN.test(rest) ? AFTER.exec(rest) : null;
      const lead = text.slice(from, one.start);
      const of = (counted === '%' ? after?.[1] : undefined) ?? (label || after?.[1] || BRACKETS.exec(rest)?.[1]);
      behind = after?.[0].length ?? 0;
      const about = ROUGHLY.test(lead) || GIVEN.test(rest) ? (true as const) : undefined;
      const most = UNTIL.test(rest) || MOST.test(lead.slice(-12));
      const least = SINCE.test(rest) || LEAST.test(lead.slice(-12));
      for (const row of rows) {
        const single = row.length === 1 && row[0]?.from === row[0]?.to;
        const sides =
          single && (most || least) ? row.map((span) => (most ? { to: span.to } : { from: span.from })) : row;
        found.push({
          sides,
          unit: counted,
          ...(of ? { of } : {}),
          ...(one.times === undefined ? {} : { times: one.times }),
          ...(about ? { about } : {}),
        });
      }
      explained += one.end - one.start + label.length;
    }
    waiting = undefined;
    explained += behind;
    from = expression.end + behind;
    place = expression.end;
  }
  return { found, explained, doubts: [...doubts] };
}
