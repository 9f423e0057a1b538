import { ChatError } from './chat-error.ts';
import type { Env } from './env.ts';

/** The same promise, refused with code `timeout` when it takes longer than `ms` milliseconds (rule 9). */
export function deadline<T>(env: Env, work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ChatError('timeout'));
    const cancel = env.timer(late, ms);
    work.then(resolve, reject).finally(cancel);
  });
}
