import type { Answer, Responder } from '@xiaoer/host';
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';

/** The bot of a run, and what may be wrong with it. */
export interface Waiter {
  readonly responder: Responder;
  /** While on, it fails, falls asleep, and talks nonsense now and then. */
  troubled(on: boolean): void;
}

/** What a shopper says who wants a person. */
export const WANTS_PERSON = '找人';

/** A bot that repeats what it heard. */
export function createWaiter(world: World, random: Random): Waiter {
  let trouble = false;
  const pause = (ms: number) => new Promise<void>((resolve) => void world.after(ms, resolve));
  return {
    troubled(on) {
      trouble = on;
    },
    async responder({ events, returned }): Promise<Answer> {
      await pause(random.below(400));
      if (trouble && random.chance(0.3)) throw new Error('no idea');
      if (trouble && random.chance(0.1)) await pause(25_000);
      if (trouble && random.chance(0.2))
        return {
          lines: [
            { kind: 'text', body: { text: 1 } as never },
            { kind: 'text', body: { text: '嗯' } },
          ],
        };
      const heard = events.map(({ body }) => String(body['text'] ?? '')).join('+');
      if (returned) return { lines: [{ kind: 'text', body: { text: `抱歉 ${returned}` } }] };
      if (heard.includes(WANTS_PERSON)) return { lines: [], handoff: { reason: 'wish' } };
      const lines = [{ kind: 'text', body: { text: `答：${heard.slice(0, 200)}` } }] as const;
      return { lines, trace: { decision: 'answer', confidence: 1, candidates: [] } };
    },
  };
}
