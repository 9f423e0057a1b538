import type { TimelineItem } from '@xiaoer/core';
import type { Content, Kind, QueueSignal } from '@xiaoer/core/protocol';
import type { CardAction, CardOutcome } from '../card-context.ts';

/** Who wrote a sample. */
export type Writer = 'shopper' | 'bot' | 'agent' | 'system';

/** One message in one of its states, for tests, pictures and docs; nothing of it is shipped. */
export interface Sample {
  readonly kind: Kind;
  /** The state in a word or two, unique within its kind. */
  readonly state: string;
  readonly by: Writer;
  readonly content: Content;
  readonly item?: Partial<TimelineItem> | undefined;
  /** Whether it is the newest of its kind. */
  readonly latest?: boolean | undefined;
  readonly queue?: QueueSignal | undefined;
  /** What the page and the server say to its actions; done when absent, and `never` leaves them under way. */
  readonly answer?: CardOutcome | 'never' | undefined;
  /** Which of its buttons was pressed already, by a part of its name; several one after the other. */
  readonly pressed?: readonly string[] | undefined;
  /** What was typed, by the labels of the fields. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
}

/** What an action is answered with, or `never`. */
export const answerOf = (sample: Sample, action: CardAction): Promise<CardOutcome> => {
  if (action.do === 'link')
    return Promise.resolve({ ok: true, value: action.url.replace(/^\/file\/\w+/, '/pictures') });
  return sample.answer === 'never' ? new Promise(() => {}) : Promise.resolve(sample.answer ?? { ok: true });
};

/** When the samples were said: 20 November 2026, 14:32 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 14, 32);

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** An amount in fen. */
export const yuan = (amount: number) => ({ amount, currency: 'CNY' }) as const;
