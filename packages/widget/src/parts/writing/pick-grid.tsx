/* biome-ignore-all lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a grid of buttons is no table; the button in a cell takes the focus. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../content/icon.tsx';
import { SEARCH } from '../extra-icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';

/** Something to pick, by its id. */
export interface Pick {
  readonly id: string;
  readonly name: string;
}

/** Some of them under a title; without one where a search found them. */
export type PickGroup = readonly [title: string, picks: readonly Pick[]];

/** Props of the grid. */
export interface PickGridProps {
  /** Name of the grid. */
  readonly label: string;
  readonly search: string;
  /** Said when a search finds nothing. */
  readonly none: string;
  readonly columns: number;
  /** What is shown for a search, or for an empty one. */
  readonly find: (query: string) => readonly PickGroup[];
  readonly draw: (pick: Pick) => ComponentChildren;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

const orStay = (found: number, at: number): number => (found < 0 ? at : found);

/** Whether `cell` stands in the column of `other`, in a row further down. */
function below(cell: HTMLElement, other: HTMLElement): boolean {
  const a = cell.getBoundingClientRect();
  const b = other.getBoundingClientRect();
  return a.top > b.top + 1 && Math.abs(a.left - b.left) < b.width / 2;
}

/** Where a key leads from the cell at `at`; undefined for a key that leads nowhere. */
function target(key: string, at: number, cells: readonly HTMLElement[], side: 1 | -1): number | undefined {
  const cell = cells[at];
  if (!cell) return undefined;
  switch (key) {
    case 'ArrowRight':
      return at + side;
    case 'ArrowLeft':
      return at - side;
    case 'Home':
      return 0;
    case 'End':
      return cells.length - 1;
    case 'ArrowDown': {
      const found = cells.findIndex((each) => below(each, cell));
      return orStay(found, at);
    }
    case 'ArrowUp':
      return orStay(cells.indexOf(cells.filter((each) => below(cell, each)).at(-1) ?? cell), at);
  }
  return undefined;
}

/** Search, what was used last, and a grid with one tab stop. */
export const PickGrid = shellPart((shell, props: PickGridProps) => {
  const { columns, draw, onPick, onClose } = props;
  const query = useSignal('');
  const current = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // On a phone the keyboard would cover what one came for.
    if (!shell.phone.peek()) search.current?.focus();
  }, [shell]);

  const rowsOf = (picks: readonly Pick[]): Pick[][] =>
    Array.from({ length: Math.ceil(picks.length / columns) }, (_, row) =>
      picks.slice(row * columns, (row + 1) * columns),
    );
  const cells = () => [...(box.current?.querySelectorAll<HTMLElement>('.cell') ?? [])];
  const go = (to: number) => {
    const list = cells();
    const at = Math.max(0, Math.min(list.length - 1, to));
    current.value = at;
    list[at]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if ((event.target as Element).matches('input')) {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
      if (event.isComposing || event.keyCode === 229) return;
      go(0);
    } else {
      const list = cells();
      const side = box.current && getComputedStyle(box.current).direction === 'rtl' ? -1 : 1;
      const to = target(event.key, list.indexOf(event.target as HTMLElement), list, side);
      if (to === undefined) return;
      go(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  let n = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the cells inside arrive here.
    <div class="pick" ref={box} onKeyDown={onKeyDown}>
      <label class="search">
        <Icon path={SEARCH} />
        <input
          ref={search}
          type="text"
          value={query.value}
          placeholder={props.search}
          aria-label={props.search}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            current.value = 0;
          }}
        />
      </label>
      <div class="groups" role="grid" aria-label={props.label} data-columns={columns}>
        {props.find(query.value.trim()).map(([title, picks]) => (
          <div role="rowgroup" key={title} aria-label={title || undefined}>
            {title && (
              <div class="group" aria-hidden="true">
                {title}
              </div>
            )}
            {rowsOf(picks).map((row) => (
              <div class="cells" role="row" key={row[0]?.id}>
                {row.map((pick) => {
                  const index = n++;
                  return (
                    <div role="gridcell" key={pick.id}>
                      <button
                        type="button"
                        class="cell"
                        aria-label={pick.name}
                        title={pick.name}
                        tabIndex={index === current.value ? 0 : -1}
                        onFocus={() => {
                          current.value = index;
                        }}
                        onClick={() => onPick(pick.id)}
                      >
                        {draw(pick)}
                      </button>
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
        ))}
        {n === 0 && (
          <p class="none" role="status">
            {props.none}
          </p>
        )}
      </div>
    </div>
  );
});
