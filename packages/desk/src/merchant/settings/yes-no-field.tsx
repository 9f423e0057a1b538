import { useDesk } from '../../desk-context.ts';
import { OwnValue } from './own-value.tsx';
import type { Steering } from './steering.ts';

/** A place that is yes, no, or left open. */
export function YesNoField(props: {
  readonly steering: Steering;
  readonly place: string;
  readonly label: string;
  /** What is meant where it is left open. */
  readonly open: string;
}) {
  const { steering, place, label, open } = props;
  const { t } = useDesk();
  const value = steering.value(place);
  return (
    <div>
      <label class="shop-field narrow">
        <span>{label}</span>
        <select
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            steering.put(place, chosen === '' ? undefined : chosen === 'true');
          }}
        >
          <option value="">{open}</option>
          <option value="true">{t('setting.yes')}</option>
          <option value="false">{t('setting.no')}</option>
        </select>
      </label>
      <OwnValue steering={steering} place={place} />
    </div>
  );
}
