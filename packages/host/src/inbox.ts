import type { Env } from '@xiaoer/core/env';
import {
  type ChatEvent,
  type ConversationId,
  fallback,
  type InboxRow,
  type InboxSignal,
  readContent,
} from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Resting } from './housekeeping.ts';
import { waitOf } from './wait-watch.ts';

const TELL_AFTER_MS = 50;
const MOST_ROWS = 5_000;
const MOST_TEXT = 200;

/** The desk's list of open conversations: a projection of their logs. */
export interface Inbox {
  /** Something about the conversation changed. Costs nothing while nobody is at the desk. */
  touch(conversation: Conversation): void;
  /** The row of one conversation, without its place. */
  rowOf(conversation: Conversation): InboxRow;
  /** Everything, for an agent who has just arrived. */
  all(): InboxSignal;
  close(): void;
}

/** `place` gives the live place in the queue; `tell` sends changes to every agent, several at a time. */
export function createInbox(options: {
  readonly env: Env;
  readonly conversations: () => Iterable<Conversation>;
  readonly resting: ReadonlyMap<ConversationId, Resting>;
  readonly veil?: ((event: ChatEvent) => ChatEvent) | undefined;
  readonly place: (id: ConversationId) => number | undefined;
  readonly listening: () => boolean;
  readonly tell: (change: InboxSignal) => void;
}): Inbox {
  const { env, conversations, resting, place, listening, tell, veil } = options;
  const touched = new Set<Conversation>();
  let telling: (() => void) | undefined;

  const flush = (): void => {
    telling = undefined;
    const rows: InboxRow[] = [];
    const gone: ConversationId[] = [];
    for (const conversation of touched) {
      if (conversation.projection.serving.mode === 'closed') gone.push(conversation.id);
      else rows.push(inboxRow(conversation, place(conversation.id), veil));
    }
    touched.clear();
    for (let at = 0; at === 0 || at < Math.max(rows.length, gone.length); at += MOST_ROWS)
      tell({ rows: rows.slice(at, at + MOST_ROWS), gone: gone.slice(at, at + MOST_ROWS) });
  };

  return {
    rowOf: (conversation) => inboxRow(conversation, undefined, veil),
    touch(conversation) {
      if (!listening()) return;
      touched.add(conversation);
      telling ??= env.timer(flush, TELL_AFTER_MS);
    },
    all() {
      const open = [...conversations()].filter(({ projection }) => projection.serving.mode !== 'closed');
      const rows = [
        ...open.map((conversation) => inboxRow(conversation, place(conversation.id), veil)),
        ...[...resting.values()].map(({ row }) => row),
      ];
      const rank = ({ mode, last }: InboxRow): number =>
        (mode === 'bot' ? 0 : Number.MAX_SAFE_INTEGER / 2) + (last?.at ?? 0);
      if (rows.length > MOST_ROWS) rows.sort((a, b) => rank(b) - rank(a));
      return { rows: rows.slice(0, MOST_ROWS), gone: [], all: true };
    },
    close() {
      telling?.();
      telling = undefined;
      touched.clear();
    },
  };
}

/** The beginning of a line, never cut between the halves of a character. */
const opening = (text: string): string => text.slice(0, MOST_TEXT).replace(/[\uD800-\uDBFF]$/, '');

/** A line as the row shows it: of a left message its words first, since the row is cut off at its end. */
function lineOf({ at, from, kind, body }: ChatEvent): NonNullable<InboxRow['last']> {
  const content = readContent({ kind, body });
  const answers = content.kind === 'form' && 'answers' in content.body ? content.body.answers : {};
  const { message, contact } = answers;
  const text = message === undefined ? fallback(content) : [message, contact].filter(Boolean).join(' · ');
  return { at, role: from.role, text: opening(text) };
}

/**
 * The row of one conversation. The bot thanks for a message that is left, but what waits for an agent is the message:
 * it stays the row's line until somebody takes care of it.
 */
export function inboxRow(
  { id, record, head, projection }: Conversation,
  position: number | undefined,
  veil?: (event: ChatEvent) => ChatEvent,
): InboxRow {
  const { serving, shopper, last, left, waitingSince, group, givenBy, mentions, promise, episode, anger } = projection;
  const shown = left ?? last;
  return {
    conversation: id,
    mode: serving.mode,
    serving: serving.seq,
    head,
    shopper: shopper ?? { role: 'shopper', id: record.subject, name: record.name },
    agent: serving.agent,
    reason: serving.reason,
    requestedAt: serving.requestedAt,
    position,
    group,
    givenBy,
    promise,
    mentions: mentions.length > 0 ? mentions : undefined,
    waitingSince: waitingSince ?? (serving.mode === 'agent' ? waitOf(projection)?.since : undefined),
    firstReplyMs: episode?.firstReplyMs,
    handlingMs: episode?.firstReplyMs === undefined ? undefined : episode.handlingMs,
    left: left && serving.mode !== 'agent' ? true : undefined,
    last: shown && lineOf(veil?.(shown) ?? shown),
    anger,
    locale: record.locale,
  };
}
