import { ChatError } from '../env/chat-error.ts';
import { deadline } from '../env/deadline.ts';
import type { Env } from '../env/env.ts';
import { tokenSubject } from './token-subject.ts';

const TOKEN_MS = 10_000;

/** The merchant's tokens of one shopper. */
export interface TokenSource {
  /** The last token, or the first; a fresh one that was asked for is waited for. */
  get(): Promise<string>;
  /** A fresh one; one request is in flight at a time (rule 7). */
  refresh(): Promise<string>;
  /** Asks another callback from now on. */
  ask(next: () => Promise<string>): void;
  /** Whose tokens they are; empty before the first. */
  subject(): string;
}

/**
 * Tokens from the host page's callback, which has 10 s to answer (rule 9). One that names another subject than the
 * first is refused: it would send this shopper's ops as somebody else's (rule 12).
 */
export function createTokenSource(env: Env, ask: () => Promise<string>): TokenSource {
  let token: string | undefined;
  let subject = '';
  let asking: Promise<string> | undefined;

  const fetch = async (): Promise<string> => {
    const fresh = await deadline(env, Promise.resolve().then(ask), TOKEN_MS).catch((cause) => {
      throw new ChatError('token-unavailable', cause);
    });
    const found = tokenSubject(fresh);
    if (subject && found !== subject) throw new ChatError('token-invalid', 'it is of another subject');
    subject = found;
    token = fresh;
    return fresh;
  };
  const refresh = () => {
    asking ??= fetch().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return {
    refresh,
    get: async () => asking ?? token ?? refresh(),
    ask(next) {
      ask = next;
    },
    subject: () => subject,
  };
}
