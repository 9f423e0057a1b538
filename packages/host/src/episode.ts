import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Serving } from '@xiaoer/core/view';

/** An answer that takes longer counts as this much work: the agent did something else meanwhile. */
const OWED_MOST_MS = 300_000;

/**
 * What people did in a conversation, from the wish for a person until it is over or the bot's again. Words of the bot and
 * of the house count for nothing. Times in milliseconds since 1970.
 */
export interface Episode {
  /** When a person was asked for; where nobody asked, when the agent came. */
  readonly requestedAt: number;
  /** When an agent first had it. */
  readonly joinedAt?: number | undefined;
  /** From the wish to the first message of a person. */
  readonly firstReplyMs?: number | undefined;
  /** Sum of the times in which an answer was owed while an agent had it, each of five minutes at most. */
  readonly handlingMs: number;
  /** Since when an answer is owed; absent while nobody has it, and while the shopper is to speak. */
  readonly owedSince?: number | undefined;
  readonly endedAt?: number | undefined;
}

function ofServing(episode: Episode | undefined, { at, from }: ChatEvent, { mode }: Serving): Episode | undefined {
  const running = episode && episode.endedAt === undefined ? episode : undefined;
  switch (mode) {
    case 'queued':
      // Who is passed on has waited since the first wish.
      return episode && (from.role === 'agent' || from.role === 'system')
        ? { ...episode, endedAt: undefined, owedSince: undefined }
        : { requestedAt: at, handlingMs: 0 };
    case 'agent': {
      const { requestedAt, handlingMs, firstReplyMs, joinedAt } = running ?? { requestedAt: at, handlingMs: 0 };
      return { requestedAt, handlingMs, firstReplyMs, joinedAt: joinedAt ?? at, owedSince: at };
    }
    default:
      return running && { ...running, owedSince: undefined, endedAt: at };
  }
}

/** The episode after a change of who speaks. A fold: the log alone says it all. */
export const foldTurnover = (
  episode: Episode | undefined,
  event: ChatEvent,
  before: Serving,
  after: Serving,
): Episode | undefined => (after === before ? episode : ofServing(episode, event, after));

/** The episode after one more line that people read. */
export function foldSaid(
  episode: Episode | undefined,
  { at, from }: ChatEvent,
  { mode }: Serving,
): Episode | undefined {
  if (!episode || mode !== 'agent') return episode;
  if (from.role === 'shopper') return { ...episode, owedSince: episode.owedSince ?? at };
  if (from.role !== 'agent') return episode;
  const owed = episode.owedSince === undefined ? 0 : Math.min(OWED_MOST_MS, Math.max(0, at - episode.owedSince));
  return {
    ...episode,
    firstReplyMs: episode.firstReplyMs ?? Math.max(0, at - episode.requestedAt),
    handlingMs: episode.handlingMs + owed,
    owedSince: undefined,
  };
}
