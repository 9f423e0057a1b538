import { createAlarm } from '../env/alarm.ts';
import type { Env } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import { createRecall, type LadderMemory } from './ladder-memory.ts';
import type { Link, LinkHandlers, Transport } from './transport.ts';

/** Milliseconds for opening, all rungs together: less than the 10 s that the session waits (rule 9). */
const OPEN_MS = 9_000;

/** An answer to the first frame that went up must come within this: less than the 6 s of a hello. */
const ANSWER_MS = 5_000;

/** One link that ends without a word may be a server that was just stopped; two are the network's. */
const MOST_WORDLESS = 2;

/** Options of {@link ladderTransport}. */
export interface LadderOptions {
  /** `now` decides when a day is over; it decides nothing about synchronising. */
  readonly env: Env;
  /** Survives the page. Hand one in only once the shopper has agreed to being remembered. Default: this page only. */
  readonly memory?: LadderMemory | undefined;
  /** Name of the network we are in, where the platform tells. Default: all networks are one. */
  readonly network?: (() => string) | undefined;
}

/**
 * Several transports, best first. What cannot be opened gives way to the next at once; what opens and says nothing ends
 * the link, and the next link begins one rung lower. What worked is begun with for a day on that network; then the best
 * is tried again. A server that asks to wait is not asked in another way.
 */
export function ladderTransport(rungs: readonly [Transport, ...Transport[]], options: LadderOptions): Transport {
  const { env, network = () => '' } = options;
  /** Links in a row that opened and ended without a word: a proxy that takes the first frame for the last. */
  let wordless = 0;
  const recall = createRecall(env, options.memory);
  return {
    name: 'ladder',
    open(handlers: LinkHandlers): Link {
      const place = network();
      const start = recall.rung(place, rungs);
      const order = [start, ...rungs.keys()].filter((each, n, all) => all.indexOf(each) === n);
      const alarm = createAlarm(env);
      let link: Link | undefined;
      let live = true;
      let state: 'opening' | 'open' | 'answered' = 'opening';

      function end(reason: string, retryAfterMs?: number) {
        live = false;
        alarm.stop();
        link?.close();
        handlers.onclose(reason, retryAfterMs);
      }

      function lower(index: number) {
        const next = (index + 1) % rungs.length;
        wordless = 0;
        recall.begin(place, rungs[next] ?? rungs[0], next === 0, false);
      }

      function climb(at: number) {
        const index = order[at] ?? 0;
        const rung = rungs[index] ?? rungs[0];
        let mine = true;
        const current = () => live && mine;
        const next = (reason: string, retryAfterMs?: number) => {
          mine = false;
          link?.close();
          link = undefined;
          if (retryAfterMs !== undefined || at + 1 === order.length) end(reason, retryAfterMs);
          else climb(at + 1);
        };
        alarm.set(() => next('connect-timeout'), OPEN_MS / rungs.length);
        try {
          link = rung.open({
            onopen() {
              if (!current()) return;
              alarm.stop();
              state = 'open';
              silent = () => {
                lower(index);
                end('silent');
              };
              handlers.onopen();
            },
            onframe(frame) {
              if (!current()) return;
              if (state !== 'answered') {
                alarm.stop();
                state = 'answered';
                wordless = 0;
                if (index > 0 || start > 0) recall.begin(place, rung, index === 0, true);
              }
              handlers.onframe(frame);
            },
            onclose(reason, retryAfterMs) {
              if (!current()) return;
              if (state === 'opening') return next(reason, retryAfterMs);
              if (state === 'open' && ++wordless === MOST_WORDLESS) lower(index);
              end(reason, retryAfterMs);
            },
          });
        } catch (error) {
          warn(env, 'transport-failed', error);
          // The caller does not hold the link yet.
          void Promise.resolve().then(() => current() && next('transport'));
        }
      }

      let silent = () => {};
      climb(0);
      return {
        send(frame) {
          if (!live) return;
          if (state === 'open' && !alarm.waits()) alarm.set(silent, ANSWER_MS);
          link?.send(frame);
        },
        close() {
          live = false;
          alarm.stop();
          link?.close();
        },
      };
    },
  };
}
