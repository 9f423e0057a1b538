import { type Store, StoreError, type Write } from '@xiaoer/core';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { createRows, type Row, type Rows } from './rows.ts';
import type { World } from './world.ts';

/** How a disk behaves. `blocked`: databases never open; `missing`: there are none; `aborting`: half of all fails. */
export type DiskMode = 'fine' | 'aborting' | 'full' | 'blocked' | 'missing';

/** The databases of one browser profile. */
export interface Disk {
  readonly databases: ReadonlyMap<string, Rows>;
  /** For one page. */
  open(life: Life): (name: string) => Promise<Store>;
  set(mode: DiskMode): void;
  /** Leaves room for so many characters more; none: as much as anybody wants. */
  crowd(room: number | undefined): void;
  /** Transactions take up to so many milliseconds from now on. */
  slow(most: number): void;
  /** The browser throws everything away. */
  evict(): void;
  /** Remembers the disk as it is, or goes back to what was remembered. */
  remember(): void;
  rollBack(): boolean;
  /** Stores that a living page has opened and not closed. */
  handles(): number;
}

const USUAL_MS = 4;

const isEviction = (write: Write): boolean =>
  ('clear' in write && write.clear[0] === 'event') || ('delete' in write && write.delete[0] === 'event');

/** Whoever looks over a disk's shoulder. */
export interface DiskWatch {
  /** The text of every row that is written. */
  wrote(text: string): void;
  /** A page that had been refused for want of room gave up events that the server has. */
  madeRoom(): void;
}

/** An empty disk. */
export function createDisk(world: World, random: Random, { wrote, madeRoom }: DiskWatch): Disk {
  const databases = new Map<string, Rows>();
  const free = new Map<string, number>();
  const handles = new Set<Life>();
  const open = new Map<Life, number>();
  let remembered: ReadonlyMap<string, ReadonlyMap<string, Row>> | undefined;
  let mode: DiskMode = 'fine';
  let most = USUAL_MS;
  let limit = Number.POSITIVE_INFINITY;
  const refused = new Set<Life>();
  const size = () => [...databases.values()].reduce((sum, rows) => sum + rows.size(), 0);
  const took = () => 1 + random.below(most);

  const rowsOf = (name: string): Rows => {
    const rows =
      databases.get(name) ??
      createRows((key, text) => {
        world.add(`disk ${name} ${key} `, text);
        wrote(text);
      });
    databases.set(name, rows);
    return rows;
  };

  const storeOf = (life: Life, name: string): Store => {
    let closed = false;
    /** One transaction after the other, over all pages; `work` runs at the moment of the commit. */
    const transaction = <T>(writes: boolean, work: (rows: Rows) => T): Promise<T> => {
      if (closed) return Promise.reject(new StoreError('closed'));
      const start = Math.max(world.now(), free.get(name) ?? 0) + took();
      free.set(name, start);
      return new Promise((resolve, reject) => {
        const answer = (done: () => void) => world.after(random.below(2), () => life.input(done));
        world.after(start - world.now(), () =>
          life.input(() => {
            if (mode === 'aborting' && random.chance(0.5)) return answer(() => reject(new StoreError('failed')));
            if (mode === 'missing') return answer(() => reject(new StoreError('closed')));
            if (mode === 'full' && writes) return answer(() => reject(new StoreError('quota')));
            try {
              const result = work(rowsOf(name));
              answer(() => resolve(result));
            } catch (error) {
              answer(() => reject(error));
            }
          }),
        );
      });
    };
    open.set(life, (open.get(life) ?? 0) + 1);
    return {
      durable: true,
      transact: (keys, decide) =>
        transaction(true, (rows) => {
          const values = () => keys.map((key) => rows.get(key));
          // A store may ask again, and the second answer is the one that counts.
          if (random.chance(0.1)) decide(values());
          const writes = decide(values());
          if (!writes?.length) return false;
          if (limit < Number.POSITIVE_INFINITY) {
            const growth = rows.growth(writes);
            if (growth > 0 && size() + growth > limit) {
              refused.add(life);
              throw new StoreError('quota');
            }
            if (growth < 0 && refused.has(life) && writes.some(isEviction)) madeRoom();
          }
          rows.apply(writes);
          return true;
        }),
      list: (prefix) => transaction(false, (rows) => rows.list(prefix)),
      // There is always room for nothing.
      wipe: () => transaction(false, (rows) => rows.clear()),
      close() {
        if (closed) return;
        closed = true;
        open.set(life, (open.get(life) ?? 1) - 1);
      },
    };
  };

  return {
    databases,
    open: (life) => {
      handles.add(life);
      return (name) =>
        new Promise((resolve, reject) => {
          if (mode === 'blocked') return;
          const fails = mode === 'missing' || (mode === 'aborting' && random.chance(0.5));
          world.after(took(), () =>
            life.input(() => (fails ? reject(new StoreError('failed')) : resolve(storeOf(life, name)))),
          );
        });
    },
    set(next) {
      mode = next;
    },
    crowd(room) {
      limit = room === undefined ? Number.POSITIVE_INFINITY : size() + room;
      refused.clear();
    },
    slow(next) {
      most = Math.max(USUAL_MS, next);
    },
    evict() {
      world.add('disk evicted');
      for (const rows of databases.values()) rows.clear();
    },
    remember() {
      remembered = new Map([...databases].map(([name, rows]) => [name, rows.snapshot()]));
    },
    rollBack() {
      if (!remembered) return false;
      world.add('disk rolled back');
      for (const [name, rows] of databases) rows.restore(remembered.get(name) ?? new Map());
      return true;
    },
    handles: () => [...handles].reduce((sum, life) => sum + (life.alive() ? (open.get(life) ?? 0) : 0), 0),
  };
}
