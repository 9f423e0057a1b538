import { wantsJson } from './statistics.mjs';

const HOLDS = { '<': (value, bar) => value < bar, '≤': (value, bar) => value <= bar };

/**
 * Each measured value beside what it should be at most, and whether it is. What was not measured is left out.
 *
 * @param {Readonly<Record<string, readonly [value: number | undefined, sign: '<' | '≤', bar: number]>>} measured
 */
export const barsOf = (measured) =>
  Object.fromEntries(
    Object.entries(measured)
      .filter(([, [value]]) => value !== undefined && !Number.isNaN(value))
      .map(([name, [value, sign, bar]]) => [name, { value, bar: `${sign} ${bar}`, met: HOLDS[sign](value, bar) }]),
  );

/** Prints what a bench found: one line for a program to read, or the bars one below the other. */
export function tell(figures, bars) {
  const missed = Object.keys(bars).filter((name) => !bars[name].met);
  if (wantsJson) {
    console.log(JSON.stringify({ figures, bars, missed }));
    return;
  }
  console.log(JSON.stringify(figures, null, 1));
  for (const [name, { value, bar, met }] of Object.entries(bars))
    console.log(`${name.padEnd(26)}${String(value).padStart(10)}  bar ${bar}${met ? '' : '  MISSED'}`);
  console.log(missed.length > 0 ? `missed: ${missed.join(', ')}` : 'all bars are met');
}
