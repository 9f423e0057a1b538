import type { ComponentChildren } from 'preact';
import { useDesk } from '../../desk-context.ts';

/** One rule of a list: its place in it, and how to move it or take it out. The first that fits a page counts. */
export function RuleFrame(props: {
  readonly title: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}) {
  const { title, at, count, onMove, onRemove, children } = props;
  const { t } = useDesk();
  return (
    <li class="rule">
      <fieldset>
        <legend>{title}</legend>
        {children}
        <p class="rule-foot">
          {at > 0 && (
            <button
              type="button"
              class="link"
              aria-label={`${t('words.earlier')}, ${title}`}
              onClick={() => onMove(-1)}
            >
              {t('words.earlier')}
            </button>
          )}
          {at < count - 1 && (
            <button type="button" class="link" aria-label={`${t('words.later')}, ${title}`} onClick={() => onMove(1)}>
              {t('words.later')}
            </button>
          )}
          <button type="button" class="link" aria-label={`${t('words.remove')}, ${title}`} onClick={onRemove}>
            {t('words.remove')}
          </button>
        </p>
      </fieldset>
    </li>
  );
}

/** A list with one of it moved by a place. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}
