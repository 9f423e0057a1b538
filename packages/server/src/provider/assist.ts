import {
  type DialogueState,
  type Knowledge,
  pick,
  type Stages,
  type TurnInput,
  type TurnResult,
} from '@xiaoer/assistant';
import {
  aboutOf,
  type Candidate,
  candidatesOf,
  createChecker,
  createMasks,
  type Doubt,
  factsOf,
  type Masks,
  openDoubt,
  reread,
  settlePlan,
  settleText,
  sourceOf,
} from '@xiaoer/assistant/provider';
import type { Log } from '@xiaoer/core/env';
import type { OrderCard } from '@xiaoer/core/protocol';
import type { Answer, StreamedAnswer } from '@xiaoer/host';
import type { Breaker } from './breaker.ts';
import { type Budget, NOTHING_SPENT } from './budget.ts';
import { type Calls, callLines, createCalls, type TracedCall } from './calls.ts';
import type { NearestAnswers } from './nearest-answers.ts';
import { type Call, type Provider, ProviderError } from './provider.ts';
import { nothingWritten, writeAnswer } from './write-answer.ts';

/** A turn that the embedded engine has decided already. */
export interface Asked {
  readonly state: DialogueState;
  readonly input: TurnInput;
  readonly embedded: TurnResult<DialogueState>;
  /** Orders that a flow has shown this shopper in this conversation, the newest first. */
  readonly orders: () => Promise<readonly OrderCard[]>;
  /** Names of people that must not leave. */
  readonly names: readonly string[];
  readonly isStale: () => boolean;
  /** Makes the host's answer of a result. */
  readonly answer: (result: TurnResult<DialogueState>) => Answer;
}

/** Asks a provider about a turn; undefined where the turn is not its business, so that nothing is waited for. */
export type Assist = (asked: Asked) => StreamedAnswer | undefined;

/** What it is made of. */
export interface AssistOptions {
  readonly provider: Provider;
  readonly knowledge: Knowledge;
  /** The engine that is in doubt. */
  readonly stages: Stages;
  readonly budget: Budget;
  readonly breaker: Breaker;
  readonly monotonic: () => number;
  readonly log: Log;
  /** Milliseconds to the first checked sentence; after them the embedded reply is given. */
  readonly deadlineMs: number;
  /** Finds answers by their meaning, where the provider makes vectors. */
  readonly nearest?: NearestAnswers | undefined;
  /** Whether it may be asked at all. */
  readonly isOn: () => boolean;
}

/** Decisions of the embedded engine that are worth a second look. */
const UNSURE: ReadonlySet<string> = new Set(['clarify', 'unknown', 'handoff']);

/** Once something was said, a pause this long ends it. */
const PAUSE_MS = 3_000;
const LONGEST_MS = 10_000;

const TOKENS = { rank: 8, rewrite: 120, answer: 320 } as const;

/** What the host is told of a turn that a provider was asked about: the calls in its trace, the spending in its state. */
function withCalls(answer: Answer, calls: Calls): Answer {
  const { trace } = answer;
  if (!trace || calls.made.length === 0) return answer;
  const provider: readonly TracedCall[] = calls.made;
  const understood = [...callLines(calls.made), ...(trace.understood ?? [])].slice(0, 20);
  const whole = { ...trace, understood, state: { ...trace.state, spent: calls.spent }, provider };
  return { ...answer, trace: whole };
}

/** The candidate that a provider chose, the message as it would put it, or neither; `failed` where it is not to be asked again. */
async function choose(
  doubt: Doubt,
  { state, input }: Asked,
  { provider, knowledge, stages, nearest }: AssistOptions,
  masks: Masks,
  message: string,
  call: (maxTokens: number) => Call,
  calls: Calls,
): Promise<TurnResult<DialogueState> | 'none' | 'failed'> {
  const near = nearest?.ready()
    ? await calls.make(
        'embed',
        { sent: message, maxTokens: 0 },
        () => nearest.find(message, call(0)),
        (ids) => ids.map((id) => `answer:${id}`).join(' '),
      )
    : { value: [] };
  if (!near) return 'failed';
  const candidates: readonly Candidate[] = candidatesOf(doubt, near.value);
  if (candidates.length > 0) {
    const ask = { message, candidates: candidates.map(({ text }) => ({ text: masks.hide(text) })) };
    if (!provider.rank) return 'none';
    const replied = await calls.make(
      'rank',
      { sent: ask, maxTokens: TOKENS.rank },
      async () => (await provider.rank?.(ask, call(TOKENS.rank))) ?? { value: 0 },
      (n) => candidates[n - 1]?.id ?? 'none',
    );
    if (!replied) return 'failed';
    const candidate = candidates[replied.value - 1];
    return candidate ? settlePlan(state, input, knowledge, candidate.plan) : 'none';
  }
  if (!provider.rewrite) return 'none';
  const { product, before } = aboutOf(doubt);
  const ask = {
    message,
    product: product === undefined ? undefined : masks.hide(product),
    before: before === undefined ? undefined : masks.hide(before),
  };
  let result: TurnResult<DialogueState> | undefined;
  const replied = await calls.make(
    'rewrite',
    { sent: ask, maxTokens: TOKENS.rewrite },
    async () => (await provider.rewrite?.(ask, call(TOKENS.rewrite))) ?? { value: undefined },
    (text) => {
      result = text === undefined ? undefined : reread(state, input, doubt, masks.show(text), stages);
      return result ? `read as ${result.trace.source ?? result.trace.decision}` : 'none';
    },
  );
  return replied ? (result ?? 'none') : 'failed';
}

/**
 * The embedded engine first; where it is unsure, a provider: it chooses among what the merchant has said, or puts the message
 * in other words, and only where that comes to nothing does it write, from numbered facts, and each sentence is said when it is whole and
 * borne out. Whatever fails, is late or over the budget ends in the embedded reply; the shopper gets one reply in any case.
 */
export function createAssist(options: AssistOptions): Assist {
  const { provider, knowledge, deadlineMs } = options;

  async function* ask(asked: Asked, doubt: Doubt): StreamedAnswer {
    const { state, input, embedded } = asked;
    const { said, message } = doubt.context;
    const { lang } = said;
    const stop = new AbortController();
    const end = (code: string) => stop.abort(new ProviderError(code));
    let timer = setTimeout(end, deadlineMs, 'timeout');
    let last: NodeJS.Timeout | undefined;
    const calls = createCalls(options, state.spent ?? NOTHING_SPENT, stop.signal);
    const shop = pick(knowledge.source.shop.name, lang);
    const call = (maxTokens: number): Call => ({ lang, shop, signal: stop.signal, maxTokens });
    const masks = createMasks(asked.names);
    const finish = (result: TurnResult<DialogueState>) => withCalls(asked.answer(result), calls);
    const written = nothingWritten();
    try {
      const query = masks.hide(message.text);
      const chosen = await choose(doubt, asked, options, masks, query, call, calls);
      if (chosen === 'failed') return finish(embedded);
      if (chosen !== 'none') return finish(chosen);
      const facts = provider.answer ? factsOf(doubt, await asked.orders()) : [];
      const hidden = facts.map((fact) => ({ label: masks.hide(fact.label), text: masks.hide(fact.text) }));
      const sent = { message: query, facts: hidden };
      const writing =
        facts.length === 0 || stop.signal.aborted ? undefined : calls.begin('answer', sent, TOKENS.answer);
      if (!provider.answer || !writing) return finish(embedded);
      const outcome = () => ({
        decided: written.said === 0 ? 'none' : `${written.said} said`,
        dropped: written.dropped,
      });
      try {
        const asking = call(TOKENS.answer);
        const checker = createChecker(facts, knowledge);
        for await (const piece of writeAnswer(provider.answer(sent, asking), checker, masks, asking, written)) {
          clearTimeout(timer);
          timer = setTimeout(end, PAUSE_MS, 'broken-off');
          last ??= setTimeout(end, LONGEST_MS, 'too-long');
          yield piece;
          if (asked.isStale()) end('taken');
        }
        writing.done(outcome(), written.tokens);
      } catch (error) {
        writing.failed(error, written.said === 0 ? undefined : outcome());
      }
    } catch (error) {
      options.log('error', 'provider.broken', { error: error instanceof Error ? error.name : 'unknown' });
    } finally {
      clearTimeout(timer);
      clearTimeout(last);
      end('taken');
    }
    const { text, cited } = written;
    if (text === '') return finish(embedded);
    const result = settleText(state, input, knowledge, embedded.trace.confidence, text, cited);
    return { ...finish(result), lines: [], streamed: { lang, source: sourceOf(cited) } };
  }

  return (asked) => {
    if (!UNSURE.has(asked.embedded.trace.decision) || !options.isOn() || !options.breaker.closed()) return undefined;
    const doubt = openDoubt(asked.state, asked.input, knowledge, options.stages);
    return doubt && ask(asked, doubt);
  };
}
