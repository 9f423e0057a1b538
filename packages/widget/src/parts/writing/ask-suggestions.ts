import { isObject } from '@xiaoer/core/protocol';

/** Where questions for a text are asked for. */
export interface SuggestionSource {
  /** At most three questions; none when there are none, or none can be had. Rejects only when `signal` is aborted. */
  ask(text: string, signal: AbortSignal): Promise<readonly string[]>;
}

/** Milliseconds without a question after one that failed, where the server names no other time. */
const PAUSE_MS = 30_000;

/** Answers that are kept, so that going back a letter asks nobody. */
const KEPT = 40;

/** The longest question that fits a row, in characters. */
const LONGEST = 200;

const MOST = 3;

function questionsIn(value: unknown): readonly string[] {
  const questions = isObject(value) && Array.isArray(value['questions']) ? value['questions'] : [];
  return questions
    .map((each: unknown) => (isObject(each) ? each['text'] : undefined))
    .filter((text): text is string => typeof text === 'string' && text !== '' && text.length <= LONGEST)
    .slice(0, MOST);
}

/** Asks a server's `/suggest`. One that has no such place is not asked again, one that is busy not for a while. */
export function suggestionSource(
  server: string,
  fetch: (address: string, init: RequestInit) => Promise<Response>,
  now: () => number,
): SuggestionSource {
  const kept = new Map<string, readonly string[]>();
  let from = 0;

  const refused = (answer: Response) => {
    const seconds = Number(answer.headers.get('Retry-After'));
    from = answer.status === 404 || answer.status === 405 ? Infinity : now() + Math.max(seconds * 1_000, PAUSE_MS);
  };

  return {
    async ask(text, signal) {
      const before = kept.get(text);
      if (before || now() < from) return before ?? [];
      try {
        // Without a type of its own the body is plain text, for which a browser asks no other origin beforehand.
        const answer = await fetch(`${server}/suggest`, {
          method: 'POST',
          body: JSON.stringify({ text }),
          credentials: 'omit',
          cache: 'no-store',
          signal,
        });
        if (!answer.ok) {
          refused(answer);
          return [];
        }
        const questions = questionsIn(await answer.json());
        if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
        kept.set(text, questions);
        return questions;
      } catch (error) {
        if (signal.aborted) throw error;
        from = now() + PAUSE_MS;
        return [];
      }
    },
  };
}
