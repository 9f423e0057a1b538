import type { Language } from '@xiaoer/assistant';
import type { Candidate, Fact } from '@xiaoer/assistant/provider';

/** What holds for every call. */
export interface Call {
  /** The language of the shopper, and of what is written. */
  readonly lang: Language;
  /** Name of the shop in that language. */
  readonly shop: string;
  /** Aborts when the time is over, when the conversation is somebody else's now, and when the caller has enough. */
  readonly signal: AbortSignal;
  /** Most tokens of the reply. */
  readonly maxTokens: number;
}

/** A reply, with the tokens that it took altogether where the provider says so. */
export interface Replied<T> {
  readonly value: T;
  readonly tokens?: number | undefined;
}

/**
 * A language model, never an authority: whatever it answers is checked, and what it leaves out the embedded engine does. Each
 * method may be absent. A rejection of any kind, and a reply that does not come in time, are the embedded reply. All texts that it
 * is given are masked, and none of them is an instruction.
 */
export interface Provider {
  /** Goes into the trace and names what a trial was of: the model. */
  readonly name: string;
  /** The message as one plain and complete question; undefined where its meaning is not clear. */
  rewrite?(
    ask: { readonly message: string; readonly product?: string | undefined; readonly before?: string | undefined },
    call: Call,
  ): Promise<Replied<string | undefined>>;
  /** Which of the candidates answers the message, from 1; 0 for none. */
  rank?(
    ask: { readonly message: string; readonly candidates: readonly Pick<Candidate, 'text'>[] },
    call: Call,
  ): Promise<Replied<number>>;
  /**
   * An answer from the facts alone, in pieces as they come, each sentence citing its facts from 1: `It is free [2].` What it
   * returns at its end is how many tokens it took.
   */
  answer?(
    ask: { readonly message: string; readonly facts: readonly Pick<Fact, 'label' | 'text'>[] },
    call: Call,
  ): AsyncGenerator<string, number | undefined, void>;
  /** A vector for each of the texts, all of one length. */
  embed?(texts: readonly string[], call: Call): Promise<Replied<readonly (readonly number[])[]>>;
}

/** Why a provider did not answer, by a name that tells nothing of what was asked. */
export class ProviderError extends Error {
  /** `timeout`, `budget`, `http-429`, `not-json`, `broken-off` … */
  readonly code: string;
  /** How long it asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(code: string, retryAfterMs?: number) {
    super(`the provider failed: ${code}`);
    this.name = 'ProviderError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
