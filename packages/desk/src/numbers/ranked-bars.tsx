import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Talk } from './board.ts';
import { TalksList } from './talks-list.tsx';

/** Rows that are shown at first. */
const FIRST = 8;

/** One bar of a ranked table. */
export interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly n: number;
  readonly cells: readonly string[];
  readonly talks: readonly Talk[];
}

/** A ranked table whose bars are drawn beside their names, each with its conversations. */
export function RankedBars(props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly RankedRow[];
  readonly none: string;
}) {
  const { t } = useDesk();
  const [whole, setWhole] = useState(false);
  const { label, heads, rows, none } = props;
  const most = Math.max(1, ...rows.map(({ n }) => n));
  if (rows.length === 0) return <p class="nothing">{none}</p>;
  return (
    <>
      <table class="ranked" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, whole ? rows.length : FIRST).map(({ key, name, n, cells, talks }) => (
            <tr key={key}>
              <th scope="row">
                <span dir="auto">{name}</span>
                <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.max(1, (100 * n) / most)} height="6" rx="1" />
                </svg>
                <TalksList quiet talks={talks} label={name} />
              </th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'numbers.fewer' : 'numbers.more', { n: rows.length })}
        </button>
      )}
    </>
  );
}
