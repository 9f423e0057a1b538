import type { Env } from './env.ts';

/** Tells developers of a failure by its code or name; its message might quote what somebody wrote. */
export const warn = (env: Env, event: string, error: unknown): void => {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  env.log('warn', event, { problem: code ?? name });
};
