import { isObject } from '@xiaoer/core/protocol';

/** A text for all languages, or one for each, by BCP 47 tag. */
export type Localized = string | Readonly<Record<string, string>>;

/** When something holds; what is absent does not matter. Moments in milliseconds since 1970. */
export interface Condition {
  readonly categories?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** The lists of a condition. */
export const CONDITION_LISTS = ['categories', 'tags', 'products', 'levels', 'regions'] as const;
/** Its moments. */
export const CONDITION_MOMENTS = ['from', 'until'] as const;

/** What is answered instead in a case of its own. */
export interface AnswerVariant {
  readonly when: Condition;
  readonly answer: Localized;
  readonly url?: string | undefined;
}

/** A question of shoppers with the merchant's answer. */
export interface KnowledgeAnswer {
  readonly id: string;
  readonly question: Localized;
  readonly phrasings?: readonly Localized[] | undefined;
  readonly answer: Localized;
  readonly variants?: readonly AnswerVariant[] | undefined;
  readonly when?: Condition | undefined;
  readonly url?: string | undefined;
  /** The export cut it off: only its whole sentences are here. */
  readonly cutOff?: boolean | undefined;
}

const isLocalized = (value: unknown): value is Localized => typeof value === 'string' || isObject(value);

/** Whether this is an answer. */
export const isAnswer = (value: unknown): value is KnowledgeAnswer =>
  isObject(value) && typeof value['id'] === 'string' && isLocalized(value['question']) && isLocalized(value['answer']);

/** The text in a language, else in the nearest one there is. */
export function textIn(text: Localized, locale: string): string {
  if (typeof text === 'string') return text;
  const base = locale.split('-')[0] ?? locale;
  const key = [locale, base].find((name) => text[name]) ?? Object.keys(text).find((name) => name.startsWith(base));
  return (key === undefined ? Object.values(text)[0] : text[key]) ?? '';
}

/** Every text, each once. */
export const everyText = (text: Localized): readonly string[] =>
  typeof text === 'string' ? [text] : [...new Set(Object.values(text))];
