import { type Knowledge, pick } from '@xiaoer/assistant';
import type { Log } from '@xiaoer/core/env';
import type { Breaker } from './breaker.ts';
import { type Budget, NOTHING_SPENT, tokensIn } from './budget.ts';
import { type Call, type Provider, ProviderError, type Replied } from './provider.ts';

/** Finds the merchant's answers whose questions mean the nearest to a message, whatever their words. */
export interface NearestAnswers {
  /** Whether the questions are read; it begins to read them with the first look. */
  ready(): boolean;
  /** Ids of the answers, the nearest first. */
  find(message: string, call: Call): Promise<Replied<readonly string[]>>;
}

/** Vectors of texts, kept from one version of the answers to the next. */
export type Vectors = Map<string, Float32Array>;

/** More questions than this are left to the embedded engine's own index. */
const MOST = 5_000;
const BATCH = 64;
const BATCH_MS = 30_000;

/** So many of the nearest are worth choosing among. */
const NEAREST = 6;

const unit = (vector: readonly number[]): Float32Array => {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
};

const likeness = (one: Float32Array, other: Float32Array): number => {
  if (one.length !== other.length) return 0;
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
};

/** Undefined for a provider that makes no vectors. */
export function createNearestAnswers(options: {
  readonly provider: Provider;
  readonly knowledge: Knowledge;
  readonly budget: Budget;
  readonly breaker: Breaker;
  readonly log: Log;
  readonly vectors: Vectors;
}): NearestAnswers | undefined {
  const { provider, knowledge, budget, breaker, log, vectors } = options;
  const { embed } = provider;
  if (!embed) return undefined;
  const { shop, answers } = knowledge.source;
  const lang = shop.locales[0] ?? 'en';
  const questions = answers.slice(0, MOST).map(({ id, question }) => ({ id, text: pick(question, lang) }));
  let reading = false;

  async function read(): Promise<void> {
    const missing = [...new Set(questions.map(({ text }) => text))].filter((text) => text !== '' && !vectors.has(text));
    for (let at = 0; at < missing.length; at += BATCH) {
      const texts = missing.slice(at, at + BATCH);
      const tokens = tokensIn(texts.join('\n'));
      if (!budget.allows(NOTHING_SPENT, tokens)) throw new ProviderError('budget');
      const reserved = budget.reserve(tokens);
      const signal = AbortSignal.timeout(BATCH_MS);
      const replied = await embed?.(texts, { lang: 'en', shop: '', signal, maxTokens: 0 });
      reserved.settle(replied?.tokens ?? tokens);
      replied?.value.forEach((vector, i) => {
        vectors.set(texts[i] ?? '', unit(vector));
      });
    }
  }

  return {
    ready() {
      if (questions.every(({ text }) => text === '' || vectors.has(text))) return true;
      if (!reading && breaker.closed()) {
        reading = true;
        read()
          .catch((error: unknown) => {
            const code = error instanceof ProviderError ? error.code : 'unknown';
            if (code !== 'budget') breaker.failed();
            log('warn', 'provider.failed', { stage: 'embed', error: code });
          })
          .finally(() => {
            reading = false;
          });
      }
      return false;
    },
    async find(message, call) {
      const replied = await embed([message], call);
      const asked = unit(replied.value[0] ?? []);
      const near = questions
        .flatMap(({ id, text }) => {
          const vector = vectors.get(text);
          return vector ? [{ id, like: likeness(asked, vector) }] : [];
        })
        .sort((a, b) => b.like - a.like)
        .slice(0, NEAREST);
      return { value: near.map(({ id }) => id), tokens: replied.tokens };
    },
  };
}
