import { useDesk } from '../../desk-context.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Ranges } from '../settings/setting.ts';

/** Midnight at the end of a day has no other name in a field of times. */
const typed = (clock: string): string => (clock === '24:00' ? '00:00' : clock);
const ended = (clock: string): string => (clock === '00:00' ? '24:00' : clock);

/** Ranges of one day: from, to, and another one. */
export function RangesField(props: {
  /** Of what day, for who does not see it. */
  readonly name: string;
  readonly value: Ranges;
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean;
  /** What a day without ranges is; closed when left out. */
  readonly empty?: string;
  readonly onChange: (value: Ranges) => void;
}) {
  const { t } = useDesk();
  const { name, value, describedBy, wrong = false, empty = t('hours.closed'), onChange } = props;
  const put = (at: number, range: string) => onChange(value.map((one, n) => (n === at ? range : one)));
  const common = { 'aria-describedby': describedBy, 'aria-invalid': wrong || undefined };
  return (
    <div class="ranges">
      {value.map((range, at) => {
        const [from = '', to = ''] = range.split('-');
        return (
          <span key={at} class="range">
            <input
              {...common}
              type="time"
              aria-label={t('hours.from', { day: name, n: at + 1 })}
              value={from}
              onInput={(event) => put(at, `${event.currentTarget.value}-${to}`)}
            />
            <span aria-hidden="true">–</span>
            <input
              {...common}
              type="time"
              aria-label={t('hours.to', { day: name, n: at + 1 })}
              value={typed(to)}
              onInput={(event) => put(at, `${from}-${ended(event.currentTarget.value)}`)}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={t('hours.removeRange', { day: name, n: at + 1 })}
              onClick={() => onChange(value.filter((_, n) => n !== at))}
            >
              <Icon name="cross" />
            </button>
          </span>
        );
      })}
      {value.length === 0 && <span class="nothing">{empty}</span>}
      <button
        type="button"
        class="link"
        aria-label={t('hours.addRangeTo', { day: name })}
        onClick={() => onChange([...value, value.length === 0 ? '09:00-18:00' : `${value.at(-1)?.slice(6) ?? ''}-`])}
      >
        {t('hours.addRange')}
      </button>
    </div>
  );
}
