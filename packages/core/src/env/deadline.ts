import type { Env } from './env.ts';

/** The same promise, refused when it takes longer than `ms` milliseconds (rule 9). */
export function deadline<T>(env: Env, work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = env.timer(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(cancel);
  });
}
