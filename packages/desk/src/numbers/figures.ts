/** Figures as a language writes them. */
export interface Figures {
  count(n: number): string;
  /** A share, in per cent. `—` of nothing. */
  share(part: number, whole: number): string;
  /** Milliseconds as `42 s`, `3:05 min` or `2.4 h`. */
  time(ms: number | undefined): string;
  /** A day of the shop, `2026-11-22`, shortly. */
  day(text: string): string;
  moment(at: number): string;
  language(tag: string): string;
}

const NONE = '—';
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Figures in a language of the desk. */
export function figuresIn(locale: string): Figures {
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const [seconds, minutes, hours] = [unit('second'), unit('minute', 1), unit('hour', 1)];
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  return {
    count: (n) => count.format(n),
    share: (part, whole) => (whole === 0 ? NONE : share.format(part / whole)),
    time(ms) {
      if (ms === undefined) return NONE;
      if (ms < 2 * MINUTE) return seconds.format(Math.round(ms / 1_000));
      return ms < 2 * HOUR ? minutes.format(ms / MINUTE) : hours.format(ms / HOUR);
    },
    day: (text) => day.format(Date.parse(`${text}T00:00:00Z`)),
    moment: (at) => moment.format(at),
    language(tag) {
      try {
        return languages.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}
