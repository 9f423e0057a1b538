import { contrast } from './contrast.ts';
import { PAIRS, type Pair } from './pairs.ts';
import type { Colours } from './preview/api.ts';
import type { Words } from './words.ts';

/** The colours of both schemes; undefined until a frame has measured. */
export interface Measured {
  readonly light?: Colours | undefined;
  readonly dark?: Colours | undefined;
}

const ratioOf = ({ front, back }: Pair, colours: Colours): number => contrast(colours[front], colours[back]);

/** Pairs of both schemes that are below what is needed. */
export const tooLittle = (measured: Measured): number =>
  [measured.light, measured.dark]
    .flatMap((colours) => (colours ? PAIRS.map((pair) => ratioOf(pair, colours) < pair.least) : []))
    .filter(Boolean).length;

function Ratio(props: { readonly pair: Pair; readonly colours: Colours | undefined; readonly words: Words }) {
  const { pair, colours, words } = props;
  if (!colours) return <td>–</td>;
  const ratio = ratioOf(pair, colours);
  const enough = ratio >= pair.least;
  // Rounded down: 4.496 is not 4.5.
  return (
    <td data-enough={enough}>
      <span class="sign" aria-hidden="true">
        {enough ? '✓' : '✗'}
      </span>{' '}
      {(Math.floor(ratio * 10) / 10).toFixed(1)} <span class="verdict">{enough ? words.pass : words.fail}</span>
    </td>
  );
}

/** Every pair that the widget paints, with its contrast in both schemes. What is below comes first. */
export function ContrastTable({ measured, words }: { readonly measured: Measured; readonly words: Words }) {
  const below = (pair: Pair) =>
    [measured.light, measured.dark].some((colours) => colours && ratioOf(pair, colours) < pair.least);
  const rows = [...PAIRS.filter(below), ...PAIRS.filter((pair) => !below(pair))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section class="contrast-scroll" aria-label={words.pairs} tabIndex={0}>
      <table class="contrast">
        <thead>
          <tr>
            <th scope="col">{words.pair}</th>
            <th scope="col">{words.light}</th>
            <th scope="col">{words.dark}</th>
            <th scope="col">{words.needed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((pair) => (
            <tr key={`${pair.front} ${pair.back}`}>
              <th scope="row">{words.on(pair.front, pair.back)}</th>
              <Ratio pair={pair} colours={measured.light} words={words} />
              <Ratio pair={pair} colours={measured.dark} words={words} />
              <td>{pair.least.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
