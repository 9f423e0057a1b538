import { useDesk } from '../desk-context.ts';
import type { Talk } from './board.ts';
import { useFigures } from './use-figures.ts';

/** The conversations behind a number, each opened by a press. */
export function TalksList(props: {
  readonly talks: readonly Talk[];
  readonly label: string;
  /** The label stands beside the number already. */
  readonly quiet?: boolean;
}) {
  const { talks, label, quiet } = props;
  const { desk, t } = useDesk();
  const figures = useFigures();
  if (talks.length === 0) return null;
  return (
    <details class="talks">
      <summary>
        {quiet ? (
          <>
            {t('numbers.talks', { n: talks.length })}
            <span class="sr">{label}</span>
          </>
        ) : (
          t('numbers.talksOf', { n: talks.length, label })
        )}
      </summary>
      <ul>
        {talks.map(({ id, at }) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              onClick={() => {
                desk.select(id);
                desk.place.value = 'talks';
              }}
            >
              {figures.moment(at)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
