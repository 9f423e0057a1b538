import { useDesk } from '../../desk-context.ts';
import { dateName, dayName } from '../settings/day-names.ts';
import { MistakeLine } from '../settings/mistake-line.tsx';
import { isTimeZone } from '../settings/mistakes-at.ts';
import { OwnValue } from '../settings/own-value.tsx';
import { DAYS, type Dates, type Week } from '../settings/setting.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useSteering } from '../settings/use-steering.ts';
import { DatesField } from './dates-field.tsx';
import { dateIn, nextDays, standing } from './next-days.ts';
import { RangesField } from './ranges-field.tsx';

const WORKDAYS = DAYS.slice(0, 5);

/** When people are at the desk: by day of the week, by date, and what the next days come to. */
export function HoursPage() {
  const { desk, t } = useDesk();
  const steering = useSteering();
  const locale = desk.locale.value;
  const week = (steering.value('hours/week') ?? {}) as Week;
  const dates = (steering.value('hours/dates') ?? {}) as Dates;
  const named = String(steering.value('hours/timeZone') ?? 'UTC');
  const zone = isTimeZone(named) ? named : 'UTC';
  // By the minute: the page is not drawn anew each second.
  const now = Math.floor(desk.now.value / 60_000) * 60_000;
  const today = dateIn(zone, now);
  const isWeekly = Object.values(week).some((ranges) => ranges.length > 0);
  const putWeek = (next: Week) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, ranges]) => ranges.length > 0));
    steering.put('hours/week', Object.keys(kept).length > 0 ? kept : undefined);
  };
  const putDates = (next: Dates) => steering.put('hours/dates', Object.keys(next).length > 0 ? next : undefined);
  const here = standing(week, dates, zone, now);
  const isClosedToday = dates[today]?.length === 0;
  return (
    <SettingsPage
      steering={steering}
      title="hours.title"
      about="hours.about"
      actions={
        <button
          type="button"
          class="button"
          aria-pressed={isClosedToday}
          onClick={() => {
            const { [today]: _, ...others } = dates;
            putDates(isClosedToday ? others : { ...dates, [today]: [] });
          }}
        >
          {t('hours.closeToday')}
        </button>
      }
    >
      <section class="shop-part" aria-labelledby="hours-week">
        <h2 id="hours-week">{t('hours.week')}</h2>
        <ul class="week">
          {DAYS.map((day) => {
            const wrong = steering.mistakes.value.some((one) => one.place === 'hours/week' && one.at === day);
            return (
              <li key={day}>
                <b>{dayName(day, locale, 'long')}</b>
                <RangesField
                  name={dayName(day, locale, 'long')}
                  value={week[day] ?? []}
                  wrong={wrong}
                  empty={t(isWeekly ? 'hours.closed' : 'hours.allDay')}
                  describedBy={wrong ? `week-${day}` : undefined}
                  onChange={(ranges) => putWeek({ ...week, [day]: ranges })}
                />
                <MistakeLine steering={steering} place="hours/week" at={day} id={`week-${day}`} />
              </li>
            );
          })}
        </ul>
        {(week.mon?.length ?? 0) > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => putWeek({ ...week, ...Object.fromEntries(WORKDAYS.map((day) => [day, week.mon ?? []])) })}
          >
            {t('hours.likeMonday')}
          </button>
        )}
        <OwnValue steering={steering} place="hours/week" />
      </section>
      <section class="shop-part" aria-labelledby="hours-dates">
        <h2 id="hours-dates">{t('hours.dates')}</h2>
        <DatesField steering={steering} value={dates} today={today} onChange={putDates} />
        <OwnValue steering={steering} place="hours/dates" />
      </section>
      <section class="shop-part" aria-labelledby="hours-zone">
        <h2 id="hours-zone">{t('hours.zone')}</h2>
        <label class="shop-field narrow">
          <span>{t('hours.zone.name')}</span>
          <input
            type="text"
            list="zones"
            aria-invalid={named !== zone || undefined}
            value={named}
            onInput={(event) => steering.put('hours/timeZone', event.currentTarget.value.trim())}
          />
        </label>
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <MistakeLine steering={steering} place="hours/timeZone" />
        <OwnValue steering={steering} place="hours/timeZone" />
      </section>
      <section class="shop-part" aria-labelledby="hours-next">
        <h2 id="hours-next">{t('hours.next')}</h2>
        <p role="status">
          {here === undefined
            ? t('hours.always')
            : t(here.open ? 'hours.openUntil' : 'hours.opensAt', {
                day: dateName(here.date, locale),
                clock: here.clock,
              })}
        </p>
        <ol class="next-days">
          {nextDays(week, dates, today).map(({ date, ranges, own }) => (
            <li key={date} class={ranges.length === 0 ? 'off' : undefined}>
              <b>{dateName(date, locale)}</b>
              <span>
                {ranges.length === 0 ? t('hours.closed') : ranges.map((one) => one.replace('-', '–')).join(', ')}
              </span>
              {own && <span class="tag">{t('hours.own')}</span>}
            </li>
          ))}
        </ol>
        <p class="shop-hint">{t('hours.note')}</p>
      </section>
    </SettingsPage>
  );
}
