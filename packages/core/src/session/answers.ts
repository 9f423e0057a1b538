import { createOlder, type Older } from '../conversation/older.ts';
import { warn } from '../env/warn.ts';
import type { Nack } from '../protocol/index.ts';
import type { Parts } from './parts.ts';
import { createRefusal } from './refusal.ts';

/** What a session does with answers that seldom come: pages of history, and refusals. */
export interface Answers {
  readonly older: Older;
  refuse(nack: Nack): Promise<void> | void;
}

/** The answers of one session. */
export function createAnswers(parts: Parts): Answers {
  const { env, link, progress } = parts;
  const older = createOlder(env, link, (...write) => parts.commit(...write));
  const refuseOp = createRefusal(parts);
  return {
    older,
    refuse(nack) {
      if (nack.id) {
        progress.value++;
        return refuseOp(nack);
      }
      warn(env, 'refused', nack);
      older.done(nack.nonce);
      // Of no op and no question: whom the link speaks for has ended.
      if (nack.class === 'reauth' && !nack.nonce) link.hello();
    },
  };
}
