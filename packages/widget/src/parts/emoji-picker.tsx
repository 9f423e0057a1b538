/* biome-ignore-all lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a grid of buttons is no table; the button in a cell takes the focus. */

import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { EMOJI, type Emoji, emojiName, findEmoji } from './emoji-data.ts';
import { SEARCH } from './extra-icon-paths.ts';
import { shellPart } from './shell-part.tsx';
import { useSignal } from './use-signal.ts';

/** Props of the drawer. */
export interface EmojiPickerProps {
  readonly onPick: (emoji: string) => void;
  readonly onClose: () => void;
}

/** Cells of a row. */
const COLUMNS = 9;

const rowsOf = (emoji: readonly Emoji[]): Emoji[][] =>
  Array.from({ length: Math.ceil(emoji.length / COLUMNS) }, (_, row) =>
    emoji.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );

/** A drawer above the field: search, what was used last, and a grid with one tab stop. */
export const EmojiPicker = shellPart((shell, { onPick, onClose }: EmojiPickerProps) => {
  const { t, lang } = shell.words.value;
  const query = useSignal('');
  const current = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // On a phone the keyboard would cover what one came for.
    if (!shell.phone.peek()) search.current?.focus();
  }, [shell]);

  const all = EMOJI.flatMap(([, group]) => group);
  const recent = shell.memory.recent.value.flatMap((used) => all.find(({ emoji }) => emoji === used) ?? []);
  const groups: [string, readonly Emoji[]][] = query.value.trim()
    ? [['', findEmoji(query.value)]]
    : [
        ...(recent.length > 0 ? [[t('emoji.recent'), recent] as [string, Emoji[]]] : []),
        ...EMOJI.map(([group, emoji]): [string, readonly Emoji[]] => [t(`emoji.${group}`), emoji]),
      ];

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
      const at = list.indexOf(event.target as HTMLElement);
      const side = box.current && getComputedStyle(box.current).direction === 'rtl' ? -1 : 1;
      const cell = list[at];
      if (event.key === 'ArrowRight') go(at + side);
      else if (event.key === 'ArrowLeft') go(at - side);
      else if (event.key === 'Home') go(0);
      else if (event.key === 'End') go(list.length - 1);
      else if (cell && event.key === 'ArrowDown')
        go(
          orStay(
            list.findIndex((each) => below(each, cell)),
            at,
          ),
        );
      else if (cell && event.key === 'ArrowUp')
        go(orStay(list.indexOf(list.filter((each) => below(cell, each)).at(-1) ?? cell), at));
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  let n = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the cells inside arrive here.
    <div class="emoji" part="picker" ref={box} onKeyDown={onKeyDown}>
      <label class="search">
        <Icon path={SEARCH} />
        <input
          ref={search}
          type="text"
          value={query.value}
          placeholder={t('emoji.search')}
          aria-label={t('emoji.search')}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            current.value = 0;
          }}
        />
      </label>
      <div class="groups" role="grid" aria-label={t('composer.emoji')}>
        {groups.map(([title, emoji]) => (
          <div role="rowgroup" key={title} aria-label={title || undefined}>
            {title && (
              <div class="group" aria-hidden="true">
                {title}
              </div>
            )}
            {rowsOf(emoji).map((row) => (
              <div class="cells" role="row" key={row[0]?.emoji}>
                {row.map((each) => {
                  const index = n++;
                  const name = emojiName(each, lang);
                  return (
                    <div role="gridcell" key={each.emoji}>
                      <button
                        type="button"
                        class="cell"
                        aria-label={name}
                        title={name}
                        tabIndex={index === current.value ? 0 : -1}
                        onFocus={() => {
                          current.value = index;
                        }}
                        onClick={() => {
                          shell.memory.use(each.emoji);
                          onPick(each.emoji);
                        }}
                      >
                        {each.emoji}
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
            {t('emoji.none')}
          </p>
        )}
      </div>
    </div>
  );
});

const orStay = (found: number, at: number): number => (found < 0 ? at : found);

/** Whether `cell` stands in the column of `other`, in a row further down. */
function below(cell: HTMLElement, other: HTMLElement): boolean {
  const a = cell.getBoundingClientRect();
  const b = other.getBoundingClientRect();
  return a.top > b.top + 1 && Math.abs(a.left - b.left) < b.width / 2;
}
