import type { Env } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import type { Transport } from './transport.ts';

const DAY_MS = 86_400_000;

/** Where a ladder remembers: a few short strings by name, as `localStorage` has them. */
export interface LadderMemory {
  get(name: string): string | null | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
}

/** What a ladder knows of networks: where to begin, until a day is over. */
export function createRecall(env: Env, memory: LadderMemory | undefined) {
  const own = new Map<string, string>();
  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      warn(env, 'ladder-memory', error);
      return undefined;
    }
  };
  const name = (network: string) => `xiaoer:ladder:${network}`;
  const read = (network: string) => own.get(network) ?? quietly(() => memory?.get(name(network))) ?? '';

  /** The rung that was written down, while it is fresh. */
  function fresh(network: string): string | undefined {
    const [, at = '', rung] = /^(\d+) (.+)$/.exec(read(network)) ?? [];
    const age = env.now() - Number(at);
    return at !== '' && age >= 0 && age < DAY_MS ? rung : undefined;
  }

  return {
    /** Number of the rung to begin with. */
    rung: (network: string, rungs: readonly Transport[]): number =>
      Math.max(
        0,
        rungs.findIndex((each) => each.name === fresh(network)),
      ),
    /**
     * Begins there next time; `proven` when it has worked, which alone is worth remembering over a page. The day is
     * that of the failure of what is better, so that another success does not prolong it.
     */
    begin(network: string, rung: Transport, first: boolean, proven: boolean) {
      const text = fresh(network) === rung.name ? read(network) : `${env.now()} ${rung.name}`;
      if (first) own.delete(network);
      else own.set(network, text);
      if (first || !proven) quietly(() => memory?.delete(name(network)));
      else quietly(() => memory?.set(name(network), text));
    },
  };
}
