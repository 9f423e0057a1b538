import type { Env } from '@xiaoer/core/env';
import type { HandoffBody, QueueSignal } from '@xiaoer/core/protocol';
import type { Append } from './append.ts';
import type { Conversation } from './conversation.ts';
import type { Lanes } from './lanes.ts';
import { HOUSE } from './mask.ts';

const TRY_AGAIN_MS = 2_000;

/** What the house does by itself when a conversation changes hands. */
export interface Handoff {
  /** Answers a request for a person: with a place in the queue, or that nobody is there. */
  confirm(conversation: Conversation, somebody: boolean): void;
  /** Gives a conversation back to the bot: it waited too long, or its agent is gone. */
  giveBack(conversation: Conversation, reason: 'timeout' | 'agent'): void;
  close(): void;
}

/**
 * The house's own ops are named after the event that caused them, so that they are recorded once even if two
 * processes or a restart come to the same conclusion (server rule 1), and each is dropped if who speaks has changed
 * before it is written (server rule 9).
 */
export function createHandoff(options: {
  readonly env: Env;
  readonly lanes: Lanes;
  readonly append: Append;
  readonly place: (conversation: Conversation) => QueueSignal | undefined;
}): Handoff {
  const { env, lanes, append, place } = options;
  const retries = new Set<() => void>();
  let closed = false;

  const record = (conversation: Conversation, cause: number, what: string, body: HandoffBody): void => {
    const draft = { id: `house:${cause}:${what}`, kind: 'handoff', body: { ...body } };
    const recorded = lanes.run(conversation.id, () =>
      append(conversation, {
        author: HOUSE,
        drafts: [draft],
        bytes: 200,
        check: ({ projection }) =>
          projection.serving.seq === cause ? undefined : { code: 'serving-changed', message: 'too late' },
      }),
    );
    const again = (): void => {
      if (closed) return;
      const cancel = env.timer(() => {
        retries.delete(cancel);
        record(conversation, cause, what, body);
      }, TRY_AGAIN_MS);
      retries.add(cancel);
    };
    void recorded.then((outcome) => {
      if (!outcome.ok && outcome.refusal.code !== 'serving-changed') again();
    }, again);
  };

  return {
    confirm(conversation, somebody) {
      const { unconfirmed } = conversation.projection;
      if (unconfirmed === undefined) return;
      if (somebody) record(conversation, unconfirmed, 'queued', { state: 'queued', ...place(conversation) });
      else record(conversation, unconfirmed, 'declined', { state: 'declined', reason: 'nobody' });
    },
    giveBack(conversation, reason) {
      const { serving } = conversation.projection;
      record(conversation, serving.seq, reason, { state: 'returned', reason });
    },
    close() {
      closed = true;
      for (const cancel of retries) cancel();
      retries.clear();
    },
  };
}
