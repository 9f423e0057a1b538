import { isObject } from '@xiaoer/core/protocol';
import type { DeskTranslate } from '../../locales/translate.ts';
import { isDeskKey } from '../../locales/translate.ts';
import { shownMoney } from '../../tickets/field-input.tsx';
import { type Localized, textIn } from '../teaching/knowledge-answer.ts';
import { dateName, dayName } from './day-names.ts';
import { DAYS, type Dates, type GreetingRule, type QuestionsRule, type ReplySetting, type Week } from './setting.ts';

/** What values are told with. */
export interface SettingWords {
  readonly t: DeskTranslate;
  readonly locale: string;
}

/** A place in words: «Tone», «Reply “Thanks”». */
export function placeName(place: string, value: unknown, { t, locale }: SettingWords): string {
  if (place.startsWith('replies/')) {
    const title = isObject(value) ? textIn((value as unknown as ReplySetting).title, locale) : '';
    return t('setting.place.reply', { title: title || place.slice('replies/'.length) });
  }
  const [part, id = ''] = place.split('/');
  if (part === 'flows' || part === 'flows-off') return t(`flows.place.${part}`, { id });
  const key = `setting.place.${place}`;
  return isDeskKey(key) ? t(key) : place;
}

const rangesWords = (ranges: readonly string[], t: DeskTranslate): string =>
  ranges.length === 0 ? t('hours.closed') : ranges.map((range) => range.replace('-', '–')).join(', ');

const pagesWords = (pages: readonly string[] | undefined, t: DeskTranslate): string =>
  pages ? pages.join(', ') : t('words.allPages');

/** What a place holds, in words. */
export function valueWords(place: string, value: unknown, words: SettingWords): string {
  const { t, locale } = words;
  if (value === undefined) return t('setting.nothing');
  if (place === 'hours/week')
    return DAYS.flatMap((day) => {
      const ranges = (value as Week)[day] ?? [];
      return ranges.length > 0 ? [`${dayName(day, locale)} ${rangesWords(ranges, t)}`] : [];
    }).join(' · ');
  if (place === 'hours/dates')
    return Object.entries(value as Dates)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([date, ranges]) => `${dateName(date, locale)} ${rangesWords(ranges, t)}`)
      .join(' · ');
  if (place === 'greetings')
    return (value as readonly GreetingRule[])
      .map(({ pages, text }) => `${pagesWords(pages, t)}: “${textIn(text, locale)}”`)
      .join(' · ');
  if (place === 'questions')
    return (value as readonly QuestionsRule[])
      .map(
        ({ pages, questions }) =>
          `${pagesWords(pages, t)}: ${questions.map((one) => `“${textIn(one, locale)}”`).join(' ')}`,
      )
      .join(' · ');
  if (place.startsWith('replies/')) return `“${textIn((value as ReplySetting).text, locale)}”`;
  if (place === 'persona/tone') {
    const key = `persona.tone.${String(value)}`;
    return isDeskKey(key) ? t(key) : String(value);
  }
  if (place.startsWith('flows/')) return t('flows.lines', { n: String(value).split('\n').length });
  if (typeof value === 'boolean') return t(value ? 'setting.yes' : 'setting.no');
  if (isObject(value) && typeof value['amount'] === 'number') {
    const currency = String(value['currency']);
    return `${shownMoney(value['amount'], currency)} ${currency}`;
  }
  return isObject(value) || typeof value === 'string' ? textIn(value as Localized, locale) : String(value);
}

/** A change in one sentence: what it was, and what it shall be. */
export function settingSentence(place: string, from: unknown, to: unknown, words: SettingWords): string {
  const shown = [from, to].map((value) => valueWords(place, value, words) || words.t('setting.nothing'));
  return words.t('setting.change', {
    what: placeName(place, to ?? from, words),
    from: shown[0] ?? '',
    to: shown[1] ?? '',
  });
}
