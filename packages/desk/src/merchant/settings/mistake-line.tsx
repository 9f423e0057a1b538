import { useDesk } from '../../desk-context.ts';
import type { Steering } from './steering.ts';

/** What is wrong at a place, below its field: found here, or told by the server. Null where nothing is. */
export function MistakeLine(props: {
  readonly steering: Steering;
  readonly place: string;
  /** Where in the value; all of it if absent. */
  readonly at?: string;
  readonly id?: string;
}) {
  const { steering, place, at, id } = props;
  const { t } = useDesk();
  const here = steering.mistakes.value.find((one) => one.place === place && (at === undefined || one.at === at));
  if (here)
    return (
      <p id={id} class="shop-wrong">
        {t(here.key, { name: here.name ?? '' })}
      </p>
    );
  const told = steering.refusal.value?.mistakes?.find((one) => one.place === place && (at === undefined || at === ''));
  if (!told) return null;
  return (
    <p id={id} class="shop-wrong" role="alert">
      {t('setting.told', { message: told.message })}
    </p>
  );
}
