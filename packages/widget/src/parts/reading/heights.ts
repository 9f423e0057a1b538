/**
 * How high the rows of a long list are, most of which were never drawn: what is not known counts as the mean of what is.
 * A row's height reaches to the beginning of the next one, so it has in it what stands between them.
 */
export interface Heights {
  readonly length: number;
  /** Where a row begins, from the beginning of the first. `length` gives the height of all. */
  top(index: number): number;
  /** The row at a distance from the beginning, at most the last. */
  at(distance: number): number;
  /** Notes what was measured; 0 and less is no measure. */
  measure(index: number, height: number): void;
  /** The list has `added` rows more before its first one (less than 0: they are gone), and is `length` long. */
  fit(added: number, length: number): void;
  /**
   * Takes the mean of what is known for what is not, once twice as much is known as the last time, and tells whether it
   * did. Meanwhile that mean stays, so that nothing moves by itself.
   */
  level(): boolean;
}

/** Sums are kept for so many rows each: a place in 100,000 is found in some hundreds of steps. */
const BLOCK = 256;

/** Stands for the mean until something was measured, in CSS pixels. */
const FIRST_GUESS = 64;

/** Heights of no rows. */
export function createHeights(): Heights {
  let rows: number[] = [];
  let mean = FIRST_GUESS;
  /** Of how many rows it is the mean. */
  let means = 0;
  /** Of each block: the sum of what is known, and how many rows that is. */
  let blocks: { sum: number; known: number }[] = [];

  const note = (index: number, height: number, known: 1 | -1): void => {
    const n = Math.floor(index / BLOCK);
    blocks[n] ??= { sum: 0, known: 0 };
    const block = blocks[n];
    block.sum += height;
    block.known += known;
  };
  const size = (n: number): number => Math.min(BLOCK, rows.length - n * BLOCK);
  const heightOf = (n: number): number => {
    const { sum, known } = blocks[n] ?? { sum: 0, known: 0 };
    return sum + (size(n) - known) * mean;
  };
  const build = (): void => {
    blocks = [];
    for (const [index, height] of rows.entries()) if (height > 0) note(index, height, 1);
  };

  return {
    get length() {
      return rows.length;
    },
    top(index) {
      const end = Math.max(0, Math.min(index, rows.length));
      const whole = Math.floor(end / BLOCK);
      let top = 0;
      for (let n = 0; n < whole; n++) top += heightOf(n);
      for (let at = whole * BLOCK; at < end; at++) top += rows[at] || mean;
      return top;
    },
    at(distance) {
      let n = 0;
      let top = 0;
      for (; (n + 1) * BLOCK < rows.length && top + heightOf(n) <= distance; n++) top += heightOf(n);
      let index = n * BLOCK;
      for (; index < rows.length - 1; index++) {
        top += rows[index] || mean;
        if (top > distance) break;
      }
      return index;
    },
    measure(index, height) {
      const before = rows[index];
      if (before === undefined || !(height > 0) || before === height) return;
      if (before > 0) note(index, -before, -1);
      rows[index] = height;
      note(index, height, 1);
    },
    fit(added, length) {
      if (added !== 0) rows = added > 0 ? [...new Array<number>(added).fill(0), ...rows] : rows.slice(-added);
      const gone = rows.length > length;
      while (rows.length < length) rows.push(0);
      rows.length = length;
      if (added !== 0 || gone) build();
    },
    level() {
      const { sum, known } = blocks.reduce(
        (all, block) => ({ sum: all.sum + (block?.sum ?? 0), known: all.known + (block?.known ?? 0) }),
        { sum: 0, known: 0 },
      );
      if (known === 0 || known < means * 2) return false;
      means = known;
      mean = sum / known;
      return true;
    },
  };
}
