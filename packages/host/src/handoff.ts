import type { Env } from '@xiaoer/core/env';
import type { HandoffBody, QueueSignal } from '@xiaoer/core/protocol';
import type { Append } from './append.ts';
import type { Conversation } from './conversation.ts';
import type { Lanes } from './lanes.ts';
import { HOUSE } from './mask.ts';
import type { Projection } from './projection.ts';
import { waitOf } from './wait-watch.ts';

const TRY_AGAIN_MS = 2_000;

/** What the house does by itself when a conversation changes hands. */
export interface Handoff {
  /** Answers a request for a person: with a place in the queue, or that nobody is there. */
  confirm(conversation: Conversation, somebody: boolean): void;
  /** Gives a conversation back to the bot: it waited too long, or its agent is gone. */
  giveBack(conversation: Conversation, reason: 'timeout' | 'agent'): void;
  /** Tells a shopper who waits for a person the place, and that a message can be left here. */
  tellWait(conversation: Conversation, cause: number): void;
  /** Takes a conversation from an agent who does not answer: into the queue where somebody else is free, else to the bot. */
  passOn(conversation: Conversation, cause: number, somebody: boolean): void;
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
  /** When somebody is there again. */
  readonly opensAt: () => number | undefined;
  /** What is said of a message that is left while nobody is. */
  readonly leaveText: (locale: string | undefined) => string | undefined;
}): Handoff {
  const { env, lanes, append, place, opensAt, leaveText } = options;
  const retries = new Set<() => void>();
  let closed = false;

  const isServing =
    (seq: number) =>
    ({ serving }: Projection): boolean =>
      serving.seq === seq;

  const record = (
    conversation: Conversation,
    changes: readonly (readonly [name: string, body: HandoffBody])[],
    holds: (now: Projection) => boolean,
  ): void => {
    const drafts = changes.map(([name, body]) => ({ id: `house:${name}`, kind: 'handoff', body: { ...body } }));
    const recorded = lanes.run(conversation.id, () =>
      append(conversation, {
        author: HOUSE,
        drafts,
        bytes: 200 * drafts.length,
        check: ({ projection }) => (holds(projection) ? undefined : { code: 'serving-changed', message: 'too late' }),
      }),
    );
    const again = (): void => {
      if (closed) return;
      const cancel = env.timer(() => {
        retries.delete(cancel);
        record(conversation, changes, holds);
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
      const body: HandoffBody = somebody
        ? { state: 'queued', ...place(conversation) }
        : { state: 'declined', reason: 'nobody', opensAt: opensAt(), text: leaveText(conversation.record.locale) };
      record(conversation, [[`${unconfirmed}:${body.state}`, body]], isServing(unconfirmed));
    },
    giveBack(conversation, reason) {
      const { seq } = conversation.projection.serving;
      record(conversation, [[`${seq}:${reason}`, { state: 'returned', reason }]], isServing(seq));
    },
    tellWait(conversation, cause) {
      const { agent } = conversation.projection.serving;
      const body: HandoffBody = { state: 'queued', leave: true, agent, ...place(conversation) };
      record(conversation, [[`${cause}:wait`, body]], (now) => waitOf(now)?.cause === cause && now.told !== cause);
    },
    passOn(conversation, cause, somebody) {
      const { seq } = conversation.projection.serving;
      const back: HandoffBody = { state: 'returned', reason: 'timeout' };
      const again: HandoffBody = { state: 'requested', reason: 'timeout' };
      const changes = [[`${cause}:silent`, back] as const, ...(somebody ? [[`${cause}:again`, again] as const] : [])];
      record(conversation, changes, (now) => now.serving.seq === seq && waitOf(now)?.cause === cause);
    },
    close() {
      closed = true;
      for (const cancel of retries) cancel();
      retries.clear();
    },
  };
}
