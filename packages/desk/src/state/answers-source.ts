import { isObject } from '@xiaoer/core/protocol';

/** An answer of the shop that an agent may send. */
export interface Suggestion {
  readonly id: string;
  readonly text: string;
}

/** The shop's answers of these ids, in a language and in the order that was asked for. */
export type AnswersSource = (ids: readonly string[], locale: string) => Promise<readonly Suggestion[]>;

const isSuggestion = (value: unknown): value is Suggestion =>
  isObject(value) && typeof value['id'] === 'string' && typeof value['text'] === 'string';

/** Asks the server. An answer that cannot be had is no suggestion. */
export const fetchAnswers =
  (read: (address: string) => Promise<Response>): AnswersSource =>
  async (ids, locale) => {
    try {
      const query = new URLSearchParams([...ids.map((id): [string, string] => ['id', id]), ['locale', locale]]);
      const answer = await read(`/desk/api/answers?${query}`);
      const body: unknown = answer.ok ? await answer.json() : undefined;
      const answers = isObject(body) ? body['answers'] : undefined;
      return Array.isArray(answers) ? answers.filter(isSuggestion) : [];
    } catch {
      return [];
    }
  };
