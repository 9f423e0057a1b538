import type { Env } from './env.ts';

/** The same promise, refused with `problem()` when it takes longer than `ms` milliseconds (rule 9). */
export function deadline<T>(env: Env, work: Promise<T>, ms: number, problem: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = env.timer(() => reject(problem()), ms);
    work.then(resolve, reject).finally(cancel);
  });
}
