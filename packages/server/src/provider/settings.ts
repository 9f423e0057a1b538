import * as v from 'valibot';
import { readLabelled } from '../commands/read-labelled.ts';
import type { Limits } from './budget.ts';
import type { ChatSettings } from './openai-chat.ts';
import type { TrialRow } from './run-trial.ts';

/** A provider, as it is set. */
export interface ProviderSettings extends ChatSettings {
  /** Milliseconds after which the embedded reply is given. */
  readonly deadlineMs: number;
  readonly limits: Limits;
  /** Labelled messages on which it must not do worse than the embedded engine. */
  readonly replay?: readonly TrialRow[] | undefined;
}

const bounded = (least: number, most: number) => {
  const what = `write a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d+$/, what),
    v.transform(Number),
    v.minValue(least, what),
    v.maxValue(most, what),
  );
};

const name = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/, 'write it without spaces'));

const fields = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Readonly<Record<string, unknown>> => {
    try {
      const value: unknown = JSON.parse(dataset.value);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    } catch {
      // Told below.
    }
    addIssue({ message: 'write a JSON object such as {"reasoning_effort":"none"}' });
    return NEVER;
  }),
);

/** The settings of a provider in the environment. */
export const PROVIDER_ENVIRONMENT = {
  PROVIDER_URL: v.optional(
    v.pipe(v.string(), v.url('write the address before /chat/completions, such as https://api.openai.com/v1')),
  ),
  PROVIDER_MODEL: v.optional(name),
  PROVIDER_KEY: v.optional(name),
  PROVIDER_BODY: v.optional(fields),
  PROVIDER_EMBED_MODEL: v.optional(name),
  PROVIDER_DEADLINE_MS: v.optional(bounded(200, 1_500), '1400'),
  PROVIDER_CALLS_PER_CONVERSATION: v.optional(bounded(0, 10_000), '20'),
  PROVIDER_TOKENS_PER_CONVERSATION: v.optional(bounded(0, 10_000_000), '40000'),
  PROVIDER_CALLS_PER_DAY: v.optional(bounded(0, 10_000_000), '2000'),
  PROVIDER_TOKENS_PER_DAY: v.optional(bounded(0, 1_000_000_000), '4000000'),
  PROVIDER_REPLAY: v.optional(v.pipe(v.string(), v.minLength(1))),
};

const Read = v.object(PROVIDER_ENVIRONMENT);

/**
 * The provider that is set; undefined for none.
 * @throws Error when only half of it is set, or the replay set cannot be read.
 */
export function readProvider(set: v.InferOutput<typeof Read>): ProviderSettings | undefined {
  const { PROVIDER_URL: url, PROVIDER_MODEL: model } = set;
  if ((url === undefined) !== (model === undefined))
    throw new Error('PROVIDER_URL and PROVIDER_MODEL belong together: set both, or neither');
  if (url === undefined || model === undefined) {
    if (set.PROVIDER_REPLAY !== undefined || set.PROVIDER_KEY !== undefined)
      throw new Error(
        'PROVIDER_URL names where the language model is: without it the other PROVIDER_ settings do nothing',
      );
    return undefined;
  }
  if (!/^https?:\/\//.test(url)) throw new Error('PROVIDER_URL: write an address that begins with https:// or http://');
  if (/^https?:\/\/[^/]*@/.test(url))
    throw new Error('PROVIDER_URL: write the key into PROVIDER_KEY, not into the address');
  return {
    url,
    model,
    key: set.PROVIDER_KEY,
    body: set.PROVIDER_BODY,
    embedModel: set.PROVIDER_EMBED_MODEL,
    deadlineMs: set.PROVIDER_DEADLINE_MS,
    limits: {
      callsPerConversation: set.PROVIDER_CALLS_PER_CONVERSATION,
      tokensPerConversation: set.PROVIDER_TOKENS_PER_CONVERSATION,
      callsPerDay: set.PROVIDER_CALLS_PER_DAY,
      tokensPerDay: set.PROVIDER_TOKENS_PER_DAY,
    },
    replay: set.PROVIDER_REPLAY === undefined ? undefined : readLabelled(set.PROVIDER_REPLAY, 'text', 'answer').rows,
  };
}
