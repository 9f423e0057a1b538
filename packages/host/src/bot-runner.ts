import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, Cut, Participant } from '@xiaoer/core/protocol';
import type { Append, Draft, Outcome } from './append.ts';
import {
  botAnswer,
  botGivesUp,
  closing,
  cutTrace,
  finalDraft,
  openingDraft,
  streamedAnswer,
  turnOf,
} from './bot-answer.ts';
import type { Conversation } from './conversation.ts';
import type { Deltas } from './deltas.ts';
import type { Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { type Projection, wantsAnswer } from './projection.ts';
import { type Begun, firstPiece, fitting, isStreamed, readPieces, type Said } from './read-pieces.ts';
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

/** The turn that the bot owes: named after the newest event that it answers. */
const turnNumber = ({ asked, owed }: Projection): number => Math.max(asked, owed?.seq ?? 0);

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
  readonly bot: () => Participant;
  readonly responder: Responder;
  readonly typing: TypingWatch;
  readonly deltas: Deltas;
  readonly showWork: (conversation: Conversation, on: boolean) => void;
}): BotRunner {
  const { env, log, lanes, append, bot, responder, typing, deltas, showWork } = options;
  const running = new Set<string>();
  const timers = new Map<string, { readonly cancel: () => void; readonly typing: boolean }>();
  /** Ends the stream of a conversation whose turn is stale. */
  const stops = new Map<string, () => void>();
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

  const questions = async ({ id, projection }: Conversation): Promise<readonly ChatEvent[]> => {
    const { answered, asked, retracted } = projection;
    const found: ChatEvent[] = [];
    for (let after = answered; after < asked; after += PAGE) {
      const page = await log.read(id, after, Math.min(PAGE, asked - after));
      found.push(...page.filter((event) => wantsAnswer(event) && !retracted.has(event.seq)));
    }
    return found;
  };

  /** Asks the responder, but not for longer than its time. Of a streamed answer it is the time to its first piece. */
  const ask = (turn: Turn): Promise<Answer | Begun> =>
    new Promise((resolve, reject) => {
      const late = () => reject(Object.assign(new Error('the responder took too long'), { name: 'TimeoutError' }));
      const cancel = env.timer(late, PATIENCE_MS);
      Promise.resolve()
        .then(() => responder(turn))
        .then((answer) => (isStreamed(answer) ? firstPiece(answer) : answer))
        .then(resolve, reject)
        .finally(cancel);
    });

  const record = (conversation: Conversation, drafts: readonly Draft[], isLate: () => boolean): Promise<Outcome> =>
    lanes.run(conversation.id, () =>
      append(conversation, {
        author: bot(),
        drafts,
        bytes: JSON.stringify(drafts).length,
        check: () => (isLate() ? { code: 'serving-changed', message: 'somebody else speaks now' } : undefined),
      }),
    );

  /** Rule 15: writes the opening, unless this turn has one, and tells everybody how it goes on. */
  const stream = async (
    conversation: Conversation,
    turn: Turn,
    n: number,
    begun: Begun,
    onOpen: () => void,
  ): Promise<Said | undefined> => {
    const { projection } = conversation;
    if (!projection.stream) {
      const outcome = await record(conversation, [openingDraft(n, fitting(begun.first))], turn.isStale);
      if (!outcome.ok && outcome.refusal.code !== 'serving-changed') throw new Error('the opening was not recorded');
    }
    // Too late, or another process streams this turn.
    const open = projection.stream;
    if (!open || turnOf(open) !== n) return undefined;
    onOpen();
    const stopped = new Promise<void>((stop) => {
      stops.set(conversation.id, () => {
        if (turn.isStale()) stop();
      });
    });
    return readPieces(env, begun, stopped, (text) => deltas.grow(conversation, open.id, text)).finally(() =>
      stops.delete(conversation.id),
    );
  };

  /** The answer of a turn as drafts. While an opening is open the first of them is its final. */
  const decide = async (
    conversation: Conversation,
    turn: Turn,
    n: number,
    onOpen: () => void,
  ): Promise<readonly Draft[] | undefined> => {
    const { projection } = conversation;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        const answer = await ask(turn);
        if (!('pieces' in answer)) return closing(projection.stream, n, answer, env.log);
        const said = await stream(conversation, turn, n, answer, onOpen);
        if (!said || !projection.stream || turn.isStale()) return undefined;
        if (said.cut !== 'failed') return streamedAnswer(projection.stream, n, said, env.log);
        throw new Error('the stream broke off');
      } catch (error) {
        // Never the message: a provider's may quote the shopper.
        env.log('warn', 'bot.failed', { attempt, error: error instanceof Error ? error.name : 'unknown' });
        if (turn.isStale()) return undefined;
      }
    }
    const open = projection.stream;
    if (!open) return botAnswer(n, botGivesUp(), env.log);
    return streamedAnswer(open, n, { text: deltas.textOf(conversation.id) ?? open.text, cut: 'failed' }, env.log);
  };

  /** Ends a streamed answer that nobody goes on with: what was said stands. `more` are recorded with its final. */
  const cutOff = async (conversation: Conversation, cut: Cut, more: readonly Draft[]): Promise<void> => {
    const { projection, id } = conversation;
    const open = projection.stream;
    if (!open) return;
    const text = fitting(deltas.textOf(id) ?? open.text);
    const outcome = await record(
      conversation,
      [finalDraft(open, { text, cut }), ...more],
      () => projection.stream !== open,
    );
    if (!outcome.ok && outcome.refusal.code !== 'serving-changed') later(conversation, LOOK_AGAIN_MS);
  };

  /** Somebody else speaks: what was said of the answer is all of it. */
  const giveUp = (conversation: Conversation): Promise<void> | undefined => {
    const open = conversation.projection.stream;
    return open && cutOff(conversation, 'taken', [cutTrace(turnOf(open))]);
  };

  const run = async (conversation: Conversation): Promise<void> => {
    const { projection, record: about } = conversation;
    // The opening of an earlier turn: whoever wrote it is gone, and the shopper has gone on since.
    if (projection.stream && turnOf(projection.stream) !== turnNumber(projection))
      await cutOff(conversation, 'failed', []);
    if (!owes(conversation)) return giveUp(conversation);
    const { serving, owed, state, asked } = projection;
    const events = await questions(conversation);
    const n = turnNumber(projection);
    const isStale = (): boolean => closed || projection.serving.seq !== serving.seq;
    if (isStale()) return;
    // Its author, or retention, may have taken the question away: there is nothing left to answer.
    if (events.length === 0 && !owed) {
      projection.answered = asked;
      return;
    }
    let shown = false;
    const cancelShow = env.timer(() => {
      shown = true;
      showWork(conversation, true);
    }, SHOW_WORK_MS);
    const hideWork = (): void => {
      cancelShow();
      if (shown) showWork(conversation, false);
      shown = false;
    };
    const turn: Turn = { record: about, events, state, returned: owed?.reason, isStale };
    try {
      const drafts = await decide(conversation, turn, n, hideWork);
      const outcome = drafts && !isStale() ? await record(conversation, drafts, isStale) : undefined;
      if (!isStale() && !outcome?.ok && outcome?.refusal.code !== 'serving-changed') later(conversation, LOOK_AGAIN_MS);
    } finally {
      hideWork();
    }
    // A process that ends leaves the opening open: the next one runs the turn again and writes its final.
    if (!closed && projection.serving.seq !== serving.seq) await giveUp(conversation);
  };

  const consider = (conversation: Conversation): void => {
    const { id } = conversation;
    const timer = timers.get(id);
    // After a failure the pause is kept; a wait for typing is judged anew with every event.
    stops.get(id)?.();
    const open = conversation.projection.stream !== undefined;
    if (closed || running.has(id) || (timer && !timer.typing) || !(owes(conversation) || open)) return;
    const wait = open ? 0 : typing.waitFor(id);
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
        deltas.end(id);
        consider(conversation);
      });
  };

  return {
    consider,
    close() {
      closed = true;
      for (const stop of stops.values()) stop();
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
    },
  };
}
