/** Numbers and times in one language: what a conversation in words needs. */
export interface PlainFormat {
  number(value: number): string;
  /** 14:32 */
  time(at: number): string;
  /** 12 November, with the year when it is another. */
  date(at: number): string;
  /** Today, yesterday, or the date, by the word of the language. */
  day(at: number): string;
}

const DAY_MS = 86_400_000;

/** Formats for a BCP 47 locale by Intl, each made at its first use: an empty panel needs none, and they take long to make. */
export function plainFormats(locale: string, now: () => number): PlainFormat {
  const times = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      made ??= new Intl.DateTimeFormat(locale, options);
      return made.format(at);
    };
  };
  const thisYear = times({ day: 'numeric', month: 'long' });
  const otherYear = times({ day: 'numeric', month: 'long', year: 'numeric' });
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const year = (at: number) => new Date(at).getFullYear();
  const date = (at: number) => (year(at) === year(now()) ? thisYear : otherYear)(at);
  return {
    number: (value) => value.toLocaleString(locale),
    time: times({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date,
    day(at) {
      const ago = Math.round((midnight(now()) - midnight(at)) / DAY_MS);
      return ago === 0 || ago === 1
        ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
        : date(at);
    },
  };
}
