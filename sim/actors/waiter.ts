import type { Answer, Responder, StreamedAnswer } from '@xiaoer/host';
import type { World } from '../world/world.ts';

/** The bot of a run, and what may be wrong with it. */
export interface Waiter {
  readonly responder: Responder;
  /** Whether a text is a beginning of something that it has streamed. */
  hasBegun(text: string): boolean;
  /** While on, it fails, falls asleep, and talks nonsense now and then. */
  troubled(on: boolean): void;
}

/** What a shopper says who wants a person. */
export const WANTS_PERSON = '找人';

const TRACE = { decision: 'answer', confidence: 1, candidates: [] } as const;

/** What a streamed answer says after what it heard: long enough to be cut anywhere. */
const TALE = ['，客官', '里边请', '，楼上雅座', '，酒是新酿的', '，菜是现炒的', '，马也喂饱', '。'];

/** A bot that repeats what it heard; `streams`: mostly bit by bit. */
export function createWaiter(world: World, streams: boolean): Waiter {
  const random = world.random('waiter');
  const tongue = world.random('tongue');
  const told = new Set<string>();
  let trouble = false;
  const pause = (ms: number) => new Promise<void>((resolve) => void world.after(ms, resolve));
  async function* tell(text: string): StreamedAnswer {
    told.add([text, ...TALE].join(''));
    for (const piece of [text, ...TALE]) {
      await pause(tongue.below(1_500));
      if (trouble && tongue.chance(0.1)) throw new Error('lost the thread');
      if (trouble && tongue.chance(0.05)) await pause(65_000);
      yield piece;
    }
    return { lines: [], trace: TRACE };
  }
  return {
    hasBegun: (text) => [...told].some((whole) => whole.startsWith(text)),
    troubled(on) {
      trouble = on;
    },
    async responder({ events, returned }): Promise<Answer | StreamedAnswer> {
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
      const text = `答：${heard.slice(0, 200)}`;
      if (streams && tongue.chance(0.7)) return tell(text);
      return { lines: [{ kind: 'text', body: { text } }], trace: TRACE };
    },
  };
}
