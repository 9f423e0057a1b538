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

/** What Xiaoer would answer to the shopper's newest words in a conversation. */
export type DraftsSource = (conversation: string) => Promise<readonly Suggestion[]>;

type Read = (address: string) => Promise<Response>;

/** A list of suggestions behind an address. What cannot be had is no suggestion. */
async function suggestionsAt(read: Read, address: string, name: string): Promise<readonly Suggestion[]> {
  try {
    const answer = await read(address);
    const body: unknown = answer.ok ? await answer.json() : undefined;
    const found = isObject(body) ? body[name] : undefined;
    return Array.isArray(found) ? found.filter(isSuggestion) : [];
  } catch {
    return [];
  }
}

/** Asks the server for drafts. */
export const fetchDrafts =
  (read: Read): DraftsSource =>
  (conversation) =>
    suggestionsAt(read, `/desk/api/drafts?${new URLSearchParams({ conversation })}`, 'drafts');

/** Asks the server. An answer that cannot be had is no suggestion. */
export const fetchAnswers =
  (read: Read): AnswersSource =>
  (ids, locale) => {
    const query = new URLSearchParams([...ids.map((id): [string, string] => ['id', id]), ['locale', locale]]);
    return suggestionsAt(read, `/desk/api/answers?${query}`, 'answers');
  };
