import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { dateName, daysOn } from '../settings/day-names.ts';
import { MistakeLine } from '../settings/mistake-line.tsx';
import type { Dates } from '../settings/setting.ts';
import type { Steering } from '../settings/steering.ts';
import { RangesField } from './ranges-field.tsx';

/** Days that one press puts down at most: a long holiday. */
const MOST_AT_ONCE = 62;

/** Days off, and days with hours of their own. */
export function DatesField(props: {
  readonly steering: Steering;
  readonly value: Dates;
  readonly today: string;
  readonly onChange: (value: Dates) => void;
}) {
  const { steering, value, today, onChange } = props;
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  // Dates as they are written sort as they are.
  const last = [from, to].sort().at(-1) ?? from;
  const add = () => {
    if (from === '') return;
    const days: string[] = [];
    for (let day = from; day <= last && days.length < MOST_AT_ONCE; day = daysOn(day, 1)) days.push(day);
    onChange({ ...Object.fromEntries(days.map((day) => [day, []])), ...value });
    setFrom('');
    setTo('');
  };
  const dates = Object.keys(value).sort();
  return (
    <>
      <ul class="own-days">
        {dates.map((date) => {
          const wrong = steering.mistakes.value.some((one) => one.place === 'hours/dates' && one.at === date);
          return (
            <li key={date} class={date < today ? 'past' : undefined}>
              <b>{dateName(date, locale)}</b>
              <RangesField
                name={dateName(date, locale)}
                value={value[date] ?? []}
                wrong={wrong}
                describedBy={wrong ? `date-${date}` : undefined}
                onChange={(ranges) => onChange({ ...value, [date]: ranges })}
              />
              <button
                type="button"
                class="icon-button"
                aria-label={t('hours.removeDate', { day: dateName(date, locale) })}
                onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([one]) => one !== date)))}
              >
                <Icon name="cross" />
              </button>
              <MistakeLine steering={steering} place="hours/dates" at={date} id={`date-${date}`} />
            </li>
          );
        })}
      </ul>
      <form
        class="own-day-new"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="shop-field">
          <span>{t('hours.firstDay')}</span>
          <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label class="shop-field">
          <span>{t('hours.lastDay')}</span>
          <input type="date" min={from} value={to} onInput={(event) => setTo(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button" aria-disabled={from === ''}>
          {t('hours.addDays')}
        </button>
      </form>
    </>
  );
}
