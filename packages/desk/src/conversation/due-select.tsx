import { useDesk } from '../desk-context.ts';

/** Minutes after which a promise may be due: soon, within the hour, the shift, a day. */
const CHOICES = [0, 15, 60, 240, 1440] as const;

/** Makes a note a task with a time: the shopper was promised to hear by then. */
export function DueSelect() {
  const { desk, t } = useDesk();
  return (
    <label class="due">
      {t('due.label')}{' '}
      <select
        value={String(desk.dueIn.value)}
        onChange={(event) => {
          desk.dueIn.value = Number(event.currentTarget.value);
        }}
      >
        {CHOICES.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {t(`due.${minutes}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
