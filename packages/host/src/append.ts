import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Doubts } from './doubts.ts';
import { ERASED } from './erased.ts';
import type { GroupCommit } from './group-commit.ts';
import type { ConversationRecord, Log } from './log.ts';
import type { Refusal } from './refusal.ts';

/** Guesses before giving up; only another process that appends to the same conversation makes one fail. */
const GUESSES = 8;

const OVER: Refusal = { code: 'conversation-closed', message: 'this conversation was erased' };

/** What is to be recorded: everything of an event that the log does not give. */
export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One op, or a batch that is written all or none. */
export interface Entry {
  readonly author: Participant;
  readonly drafts: readonly Draft[];
  /** The size, roughly, in bytes. */
  readonly bytes: number;
  /** Creates the conversation with this entry. */
  readonly create?: ConversationRecord | undefined;
  /** Asked with the state right before the insert, and again after every lost guess. */
  readonly check?: ((conversation: Conversation) => Refusal | undefined) | undefined;
}

/** The number of the entry's first event, or why it was refused. */
export type Outcome =
  | { readonly ok: true; readonly seq: number; readonly duplicate: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** Appends to one conversation. Callers hold the conversation's lane. */
export type Append = (conversation: Conversation, entry: Entry) => Promise<Outcome>;

/**
 * Server rule 1: guess `head + 1`; if the log refuses the guess, look whether it knows the op already, which is an
 * ack, else learn the true head and guess again. Server rule 2: the answer comes after the log said durable.
 */
export function createAppend(options: {
  readonly env: Env;
  readonly log: Log;
  readonly commit: GroupCommit;
  readonly conversations: Conversations;
  readonly doubts: Doubts;
}): Append {
  const { env, log, commit, conversations, doubts } = options;

  const known = async (conversation: Conversation, { author, drafts }: Entry): Promise<Outcome | undefined> => {
    const [draft] = drafts;
    const seq = draft && (await log.find(conversation.id, author.id, draft.id));
    return seq === undefined ? undefined : { ok: true, seq, duplicate: true };
  };

  const number = (conversation: Conversation, { author, drafts }: Entry): ChatEvent[] => {
    const at = env.now();
    return drafts.map((draft, n) => ({
      seq: conversation.head + 1 + n,
      id: draft.id,
      at,
      from: author,
      kind: draft.kind,
      body: draft.body,
    }));
  };

  return async (conversation, entry) => {
    for (let guess = 0; guess < GUESSES; guess++) {
      const refusal = conversation.record.subject === ERASED ? OVER : entry.check?.(conversation);
      // A repeat of an op that was accepted must not be refused for what it changed itself.
      if (refusal) return (await known(conversation, entry)) ?? { ok: false, refusal };
      if (commit.full())
        return { ok: false, refusal: { code: 'busy', retryAfter: 1_000, message: 'too much waits for the disk' } };
      const events = number(conversation, entry);
      const create = conversation.head === 0 ? entry.create : undefined;
      let accepted: boolean;
      try {
        accepted = await commit.insert({ conversation: conversation.id, create, events }, entry.bytes);
      } catch (error) {
        doubts.add(conversation.id);
        env.log('error', 'append.failed', { error: error instanceof Error ? error.name : 'unknown' });
        return { ok: false, refusal: { code: 'internal', retryAfter: 1_000, message: 'the log could not be written' } };
      }
      if (accepted) {
        conversations.apply(conversation, events);
        return { ok: true, seq: events[0]?.seq ?? conversation.head, duplicate: false };
      }
      const repeat = await known(conversation, entry);
      // Somebody else created it in the meantime: whose it is must be read anew.
      if (!create) await conversations.refresh(conversation);
      if (repeat) return repeat;
      if (create) break;
    }
    return { ok: false, refusal: { code: 'busy', retryAfter: 500, message: 'the conversation moved on too fast' } };
  };
}
