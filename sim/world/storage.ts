import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Batch, ClaimRecord, Log, Snapshot } from '@xiaoer/host';
import { createMemoryLog, type MemoryLog } from '@xiaoer/host/testing';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What was ever committed, in order: a backup is a beginning of it. */
export type Commit =
  | { readonly batch: Batch }
  | { readonly claim: ClaimRecord }
  | { readonly trim: string; readonly first: number; readonly state: Snapshot['state'] | undefined };

/** What somebody who looks over the disk's shoulder is told. */
export interface StorageWatch {
  committed(batch: Batch, epoch: string): void;
  claimed(claim: ClaimRecord, epoch: string): void;
  trimmed(conversation: string, first: number): void;
  /** The storage is another generation now, and holds these commits only. */
  restored(epoch: string): void;
}

/** The server's disk. It outlives its processes. */
export interface Storage {
  /** The log as one process has it. */
  open(life: Life): Log;
  /** Some of all calls fail, before they did anything or after. */
  failing(on: boolean): void;
  /** Calls take up to so many milliseconds from now on. */
  slow(most: number): void;
  /** Goes back to what it was so many commits ago, as another epoch. */
  restore(commits: number): Promise<void>;
  /** The process that works on it dies at the n-th insert from now: before the commit, or after it. */
  killAtInsert(n: number, when: 'before' | 'after'): void;
  /** Nobody dies at an insert any more. */
  spare(): void;
  read(conversation: string): Promise<readonly ChatEvent[]>;
}

const USUAL_MS = 6;
const CALLS = ['find', 'head', 'read', 'first', 'openOf', 'allOf', 'aliasOf', 'open', 'snapshot'] as const;

/** An empty disk. */
export function createStorage(world: World, random: Random, watch: StorageWatch): Storage {
  const journal: Commit[] = [];
  let generation = 1;
  let log: MemoryLog = createMemoryLog(`epoch-${generation}`);
  let fails = false;
  let most = USUAL_MS;
  let kill: { n: number; readonly when: 'before' | 'after' } | undefined;

  const put = (commit: Commit): void => {
    journal.push(commit);
    world.add('log ', JSON.stringify(commit));
    if ('batch' in commit) watch.committed(commit.batch, log.epoch());
    else if ('claim' in commit) watch.claimed(commit.claim, log.epoch());
    else watch.trimmed(commit.trim, commit.first);
  };

  /** A call over there and back. */
  const far = <T>(life: Life, work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const way = (task: () => void) => world.after(random.below(most), () => life.input(task));
      way(() => {
        if (fails && random.chance(0.08)) return way(() => reject(new Error('the disk is gone')));
        work().then(
          (result) => {
            const lost = fails && random.chance(0.08);
            way(() => (lost ? reject(new Error('the answer was lost')) : resolve(result)));
          },
          (error) => way(() => reject(error)),
        );
      });
    });

  const strike = (life: Life, when: 'before' | 'after'): boolean => {
    if (kill?.when !== when || kill.n-- > 0) return false;
    kill = undefined;
    world.add(`server dies ${when} commit`);
    life.kill();
    return true;
  };

  return {
    open(life) {
      const at = log;
      const calls = Object.fromEntries(
        CALLS.map((name) => [
          name,
          (...args: readonly unknown[]) =>
            far(life, () => (at[name] as (...all: readonly unknown[]) => Promise<unknown>)(...args)),
        ]),
      );
      return {
        ...(calls as Pick<Log, (typeof CALLS)[number]>),
        insert: (batches) =>
          far(life, async () => {
            if (strike(life, 'before')) return [];
            const accepted = await at.insert(batches);
            for (const [n, batch] of batches.entries()) if (accepted[n]) put({ batch });
            strike(life, 'after');
            return accepted;
          }),
        claim: (claim) =>
          far(life, async () => {
            const known = await at.aliasOf(claim.shop, claim.visitor);
            const result = await at.claim(claim);
            if (result === 'done' && known === undefined) put({ claim });
            return result;
          }),
        trim: (conversation, first, state) =>
          far(life, async () => {
            await at.trim(conversation, first, state);
            put({ trim: conversation, first, state });
          }),
        epoch: at.epoch,
        close: at.close,
      };
    },
    failing(on) {
      fails = on;
    },
    slow(next) {
      most = Math.max(USUAL_MS, next);
    },
    async restore(commits) {
      generation += 1;
      log = createMemoryLog(`epoch-${generation}`);
      journal.splice(Math.max(0, journal.length - commits));
      const kept = journal.splice(0);
      world.add(`restored to ${kept.length} commits`);
      watch.restored(log.epoch());
      for (const commit of kept) {
        if ('batch' in commit) await log.insert([commit.batch]);
        else if ('claim' in commit) await log.claim(commit.claim);
        else await log.trim(commit.trim, commit.first, commit.state);
        put(commit);
      }
    },
    killAtInsert(n, when) {
      kill = { n, when };
    },
    spare() {
      kill = undefined;
    },
    read: (conversation) => log.read(conversation, 0, 100_000),
  };
}
