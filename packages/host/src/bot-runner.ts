import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { Append, Draft } from './append.ts';
import { botAnswer, botGivesUp } from './bot-answer.ts';
import type { Conversation } from './conversation.ts';
import type { Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { wantsAnswer } from './projection.ts';
import type { Answer, Responder, Turn } from './responder.ts';
import type { TypingWatch } from './typing-watch.ts';

const PAGE = 200;
/** A responder that takes longer has failed. */
const PATIENCE_MS = 20_000;
/** The shopper sees that the bot is at work after this time. */
const SHOW_WORK_MS = 300;
const ATTEMPTS = 2;
const LOOK_AGAIN_MS = 2_000;

/** Lets the bot answer. */
export interface BotRunner {
  /** Looks whether the bot owes something here, and answers at once or when the shopper has finished typing. */
  consider(conversation: Conversation): void;
  close(): void;
}

/**
 * Server rule 9, the bot's part: one run at a time in a conversation, each answer one batch that names the serving
 * state it was decided upon, so that no line of the bot lands after a person joined. What it owes is a fold over the
 * log, so a restart continues where a crash cut it off.
 */
export function createBotRunner(options: {
  readonly env: Env;
  readonly log: Log;
  readonly lanes: Lanes;
  readonly append: Append;
  readonly bot: Participant;
  readonly responder: Responder;
  readonly typing: TypingWatch;
  readonly showWork: (conversation: Conversation, on: boolean) => void;
}): BotRunner {
  const { env, log, lanes, append, bot, responder, typing, showWork } = options;
  const running = new Set<string>();
  const timers = new Map<string, { readonly cancel: () => void; readonly typing: boolean }>();
  let closed = false;

  const owes = ({ projection }: Conversation): boolean =>
    projection.serving.mode === 'bot' && (projection.asked > projection.answered || projection.owed !== undefined);

  const later = (conversation: Conversation, ms: number, forTyping = false): void => {
    timers.get(conversation.id)?.cancel();
    const cancel = env.timer(() => {
      timers.delete(conversation.id);
      consider(conversation);
    }, ms);
    timers.set(conversation.id, { cancel, typing: forTyping });
  };

  const questions = async (id: string, answered: number, asked: number): Promise<readonly ChatEvent[]> => {
    const found: ChatEvent[] = [];
    for (let after = answered; after < asked; after += PAGE) {
      const page = await log.read(id, after, Math.min(PAGE, asked - after));
      found.push(...page.filter(wantsAnswer));
    }
    return found;
  };

  /** Asks the responder, but not for longer than its time. */
  const ask = (turn: Turn): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const late = Object.assign(new Error('the responder took too long'), { name: 'TimeoutError' });
      const cancel = env.timer(() => reject(late), PATIENCE_MS);
      Promise.resolve()
        .then(() => responder(turn))
        .then(resolve, reject)
        .finally(cancel);
    });

  const decide = async (turn: Turn, n: number): Promise<readonly Draft[] | undefined> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return botAnswer(n, await ask(turn), env.log);
      } catch (error) {
        // Never the message: a provider's may quote the shopper.
        env.log('warn', 'bot.failed', { attempt, error: error instanceof Error ? error.name : 'unknown' });
        if (turn.isStale()) return undefined;
      }
    }
    return botAnswer(n, botGivesUp(), env.log);
  };

  const run = async (conversation: Conversation): Promise<void> => {
    const { projection, record } = conversation;
    const { serving, owed, state, asked } = projection;
    const events = await questions(conversation.id, projection.answered, asked);
    const n = Math.max(asked, owed?.seq ?? 0);
    const isStale = (): boolean => closed || projection.serving.seq !== serving.seq;
    if (isStale()) return;
    // Retention may have taken the question away: there is nothing left to answer.
    if (events.length === 0 && !owed) {
      projection.answered = asked;
      return;
    }
    let shown = false;
    const cancelShow = env.timer(() => {
      shown = true;
      showWork(conversation, true);
    }, SHOW_WORK_MS);
    let drafts: readonly Draft[] | undefined;
    try {
      drafts = await decide({ record, events, state, returned: owed?.reason, isStale }, n);
    } finally {
      cancelShow();
    }
    if (drafts && !isStale()) {
      const batch = drafts;
      const outcome = await lanes.run(conversation.id, () =>
        append(conversation, {
          author: bot,
          drafts: batch,
          bytes: JSON.stringify(batch).length,
          check: () => (isStale() ? { code: 'serving-changed', message: 'somebody else speaks now' } : undefined),
        }),
      );
      if (!outcome.ok && outcome.refusal.code !== 'serving-changed') later(conversation, LOOK_AGAIN_MS);
    }
    if (shown) showWork(conversation, false);
  };

  const consider = (conversation: Conversation): void => {
    const { id } = conversation;
    const timer = timers.get(id);
    // After a failure the pause is kept; a wait for typing is judged anew with every event.
    if (closed || running.has(id) || (timer && !timer.typing) || !owes(conversation)) return;
    const wait = typing.waitFor(id);
    if (wait > 0) {
      later(conversation, wait, true);
      return;
    }
    timer?.cancel();
    timers.delete(id);
    typing.answered(id);
    running.add(id);
    void run(conversation)
      .catch((error: unknown) => {
        env.log('error', 'bot.run-failed', { error: error instanceof Error ? error.name : 'unknown' });
        later(conversation, LOOK_AGAIN_MS);
      })
      .finally(() => {
        running.delete(id);
        consider(conversation);
      });
  };

  return {
    consider,
    close() {
      closed = true;
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
