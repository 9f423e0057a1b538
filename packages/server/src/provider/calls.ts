import type { Stage } from '@xiaoer/assistant/provider';
import type { Log } from '@xiaoer/core/env';
import type { Breaker } from './breaker.ts';
import { type Budget, type Spent, tokensIn } from './budget.ts';
import { ProviderError, type Replied } from './provider.ts';

/** One call of a provider, as the trace of its turn has it. */
export interface TracedCall {
  readonly stage: Stage | 'embed';
  readonly ms: number;
  /** What it came to: `answer:fee`, `none`, `2 said`, or the name of what went wrong: `failed: timeout`. */
  readonly decided: string;
  readonly tokens?: number | undefined;
  /** Sentences that the checker did not let through, or replaced by what their fact says, and why. */
  readonly dropped?: readonly { readonly why: string; readonly text: string; readonly replaced: boolean }[] | undefined;
}

/** What is told of a call at its end. */
export type Outcome = string | Pick<TracedCall, 'decided' | 'dropped'>;

/** A call on its way: it ends once, in one of these ways. */
export interface OpenCall {
  done(outcome: Outcome, tokens: number | undefined): void;
  /** @param said - what had come of it until then. */
  failed(error: unknown, said?: Pick<TracedCall, 'decided' | 'dropped'>): void;
}

/** The calls of one turn. */
export interface Calls {
  readonly made: readonly TracedCall[];
  readonly spent: Spent;
  /** Begins a call of at most so many tokens; undefined where the budget has not that much. */
  begin(stage: TracedCall['stage'], sent: unknown, maxTokens: number): OpenCall | undefined;
  /** Makes a call and writes down what came of it; undefined where it failed. */
  make<T>(
    stage: TracedCall['stage'],
    asks: { readonly sent: unknown; readonly maxTokens: number },
    run: () => Promise<Replied<T>>,
    outcome: (value: T) => Outcome,
  ): Promise<Replied<T> | undefined>;
}

/** Tokens of what is said around the data. */
const FRAME = 350;

/** A promise that ends when the signal does, whatever the other does about it. */
export function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new ProviderError('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Counts, times and names the calls of one turn. */
export function createCalls(
  {
    budget,
    breaker,
    log,
    monotonic,
  }: {
    readonly budget: Budget;
    readonly breaker: Breaker;
    readonly log: Log;
    readonly monotonic: () => number;
  },
  before: Spent,
  signal: AbortSignal,
): Calls {
  const made: TracedCall[] = [];
  let spent = before;

  function begin(stage: TracedCall['stage'], sent: unknown, maxTokens: number): OpenCall | undefined {
    const most = tokensIn(JSON.stringify(sent)) + FRAME + maxTokens;
    const begun = monotonic();
    if (!budget.allows(spent, most)) {
      made.push({ stage, ms: 0, decided: 'not asked: budget' });
      return undefined;
    }
    const reserved = budget.reserve(most);
    const end = (rest: Omit<TracedCall, 'stage' | 'ms'>, tokens = most): void => {
      reserved.settle(tokens);
      spent = { calls: spent.calls + 1, tokens: spent.tokens + tokens };
      made.push({ stage, ms: Math.round((monotonic() - begun) * 10) / 10, ...rest, tokens });
    };
    return {
      done(outcome, tokens) {
        breaker.succeeded();
        end(typeof outcome === 'string' ? { decided: outcome } : outcome, tokens);
      },
      failed(error, said) {
        const code = error instanceof ProviderError ? error.code : error instanceof Error ? error.name : 'unknown';
        end({ ...said, decided: said ? `${said.decided}, then ${code}` : `failed: ${code}` });
        // Somebody else speaks now: that is nobody's failure.
        if (code === 'taken') return;
        breaker.failed(error instanceof ProviderError ? error.retryAfterMs : undefined);
        log('warn', 'provider.failed', { stage, error: code });
      },
    };
  }

  return {
    made,
    get spent() {
      return spent;
    },
    begin,
    async make(stage, { sent, maxTokens }, run, outcome) {
      const call = begin(stage, sent, maxTokens);
      if (!call) return undefined;
      try {
        const replied = await within(run(), signal);
        call.done(outcome(replied.value), replied.tokens);
        return replied;
      } catch (error) {
        call.failed(error);
        return undefined;
      }
    },
  };
}

/** The calls in words, for who reads the trace at the desk. */
export const callLines = (calls: readonly TracedCall[]): readonly string[] =>
  calls.map(({ stage, ms, decided, dropped = [] }) => {
    const faults = [...new Set(dropped.map(({ why }) => why))].join(' ');
    return `provider ${stage} ${Math.round(ms)} ms: ${decided}${faults === '' ? '' : ` (${faults})`}`.slice(0, 120);
  });
