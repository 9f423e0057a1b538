import type { Events } from '../protocol/index.ts';
import type { Commit } from '../stores/commit.ts';
import { type ConversationLog, eventRow } from './conversation-log.ts';

/** Events in one page of history. */
export const HISTORY_PAGE = 50;

/** How long a page may take before the wish is forgotten. */
export const HISTORY_MS = 6_000;

/** The oldest event held; the whole log is held when the server keeps none before it. */
export const hasOlder = (log: ConversationLog): boolean => (log.events[0]?.seq ?? 0) > log.first;

/** Puts a page before the oldest event held; a page that does not fit there is ignored. */
export async function applyHistory(log: ConversationLog, frame: Events, commit: Commit): Promise<boolean> {
  const oldest = log.events[0]?.seq;
  if (oldest === undefined || frame.epoch !== log.epoch) return false;
  const page = frame.events.filter((event) => event.seq < oldest);
  if (page.some((event, n) => event.seq !== oldest - page.length + n)) return false;
  await commit([], () => page.map((event) => eventRow(log.id, event)));
  log.first = page.length ? frame.first : oldest;
  log.events.unshift(...page);
  return true;
}
