import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Serving } from '@xiaoer/core/view';
import type { AgentTurn, Episode, EpisodeEnd, Session } from './facts.ts';

/** An answer that takes longer counts as this much work: the agent did something else meanwhile. */
const OWED_MOST_MS = 300_000;

const running = ({ episodes }: Session): Episode | undefined => {
  const last = episodes.at(-1);
  return last && last.endedAt === undefined ? last : undefined;
};

const turnOf = (episode: Episode | undefined): AgentTurn | undefined => {
  const turn = episode?.turns.at(-1);
  return turn && turn.to === undefined ? turn : undefined;
};

const begin = (session: Session, event: ChatEvent, asked: boolean): Episode => {
  const { reason, group } = event.body;
  const episode: Episode = {
    asked,
    by: event.from.role,
    requestedAt: event.at,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof group === 'string' ? { group } : {}),
    brief: Object.keys(session.topics).length > 0,
    turns: [],
  };
  session.episodes.push(episode);
  return episode;
};

const endOf = ({ kind, from, body }: ChatEvent): EpisodeEnd => {
  if (kind === 'closed') return 'closed';
  if (body['state'] === 'declined') return 'declined';
  if (body['reason'] === 'timeout') return 'timeout';
  return from.role === 'shopper' ? 'shopper' : 'returned';
};

/** Takes a change of who speaks into the session. `owed` begins to run when an agent takes over. */
export function foldTurnover(session: Session, event: ChatEvent, { mode, agent }: Serving): { readonly owed?: number } {
  const { at, from, body } = event;
  const turn = turnOf(running(session));
  if (turn) turn.to = at;
  if (mode === 'queued') {
    // Who is passed on has waited since the first wish.
    const before = session.episodes.at(-1);
    const passed = before && before.joinedAt !== undefined && (from.role === 'agent' || from.role === 'system');
    if (!passed) begin(session, event, true);
    else {
      delete before.endedAt;
      delete before.end;
      if (typeof body['group'] === 'string') before.group = body['group'];
    }
    return {};
  }
  if (mode === 'agent') {
    const episode = running(session) ?? begin(session, event, false);
    episode.joinedAt ??= at;
    if (agent) episode.turns.push({ agent: agent.id, from: at, lines: 0, handlingMs: 0 });
    return { owed: at };
  }
  const episode = running(session);
  if (episode) {
    episode.endedAt = at;
    episode.end = endOf(event);
  }
  return {};
}

/** Takes a line of shopper or agent into the session; answers with since when an answer is owed. */
export function foldSaid(
  session: Session,
  { at, from }: ChatEvent,
  { mode }: Serving,
  owed: number | undefined,
): number | undefined {
  if (mode !== 'agent') return undefined;
  if (from.role === 'shopper') return owed ?? at;
  if (from.role !== 'agent') return owed;
  const episode = running(session);
  const turn = turnOf(episode);
  if (!episode || !turn) return undefined;
  episode.firstReplyAt ??= at;
  episode.firstBy ??= from.id;
  // Credit goes to who has it: a colleague who helps out works for that agent.
  turn.lines += 1;
  if (owed !== undefined) turn.handlingMs += Math.min(OWED_MOST_MS, Math.max(0, at - owed));
  return undefined;
}
