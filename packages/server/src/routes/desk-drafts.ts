import { type ChatEvent, fallback, isObject, readContent } from '@xiaoer/core/protocol';
import type { Log, Responder } from '@xiaoer/host';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Scope } from '../identity/scope.ts';
import { isReading, type Route, sendJson, sendText } from './route.ts';

/** So many of the newest events are looked through. */
const NEWEST = 100;

const MOST_TEXT = 1_000;

/** What the shopper wrote since anybody answered, and what the assistant knew when it last spoke. */
function pendingOf(events: readonly ChatEvent[]) {
  const answered = events.findLastIndex(
    ({ from, kind }) => kind === 'trace' || (from.role === 'agent' && kind !== 'handoff' && kind !== 'read'),
  );
  const asked = events.slice(answered + 1).filter(({ from, kind }) => from.role === 'shopper' && kind === 'text');
  const trace = events.findLast(({ kind }) => kind === 'trace');
  const content = trace && readContent(trace);
  const state = content?.kind === 'trace' && isObject(content.body.state) ? content.body.state : undefined;
  return { asked, state };
}

/**
 * `/desk/api/drafts?conversation=…`: what the assistant would answer to what the shopper wrote last, for the agent to send or
 * not. Nothing is recorded and nothing is carried out by it.
 */
export const deskDraftsRoute =
  (agents: Agents, log: Pick<Log, 'read'>, scope: Pick<Scope, 'conversation'>, draft: Responder): Route =>
  async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== '/desk/api/drafts') return false;
    if (!isReading(exchange)) return true;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    const found = await scope.conversation(me, url.searchParams.get('conversation'));
    if (!found) return sendText(exchange, 404, 'There is no such conversation.');
    const { record, head } = found;
    const events = await log.read(record.id, Math.max(0, head - NEWEST), NEWEST);
    const { asked, state } = pendingOf(events);
    const newest = asked.at(-1);
    if (!newest) return sendJson(exchange, 200, { drafts: [] });
    const answer = await draft({ record, events: asked, state, isStale: () => false });
    // Where the assistant would call a person, there is one already: nothing it says then is of use.
    const lines = 'lines' in answer && !answer.handoff ? answer.lines : [];
    const text = lines
      .map((line) => fallback(readContent({ kind: line.kind, body: { ...line.body } })))
      .filter(Boolean)
      .join('\n')
      .slice(0, MOST_TEXT);
    return sendJson(exchange, 200, { drafts: text ? [{ id: `draft:${newest.seq}`, text }] : [] });
  };
