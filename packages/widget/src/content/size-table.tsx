import type { SizeRow } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';

/** The maker's table of sizes. One's own row is bold on soft ground, and says so in words. It scrolls where it is wide. */
export function SizeTable(props: {
  readonly columns: readonly string[];
  readonly rows: readonly SizeRow[];
  /** Position of one's own row; −1 where there is none. */
  readonly yours: number;
  readonly context: CardContext;
}) {
  const { t } = props.context;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a field set would have a frame of its own, a section would be a landmark.
    <div role="group" class="c-scroll" aria-label={t('size.size')} tabIndex={0}>
      <table class="c-table c-figures">
        <thead>
          <tr>
            <th scope="col">{t('size.size')}</th>
            {props.columns.map((column) => (
              <th scope="col" key={column} dir="auto">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ size, cells }, n) => (
            <tr key={size} data-yours={n === props.yours || undefined}>
              <th scope="row">{n === props.yours ? t('size.yours', { size }) : <bdi>{size}</bdi>}</th>
              {props.columns.map((column, at) => (
                <td key={column}>
                  <bdi>{cells[at]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
