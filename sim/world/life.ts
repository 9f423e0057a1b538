import type { World } from './world.ts';

/**
 * The life of a page or a process. Whatever comes to it from outside comes by `input`: a dead one hears nothing any
 * more, a frozen one hears it later. Between two inputs nothing can happen to it, so a kill before an input is a kill
 * at an await.
 */
export interface Life {
  alive(): boolean;
  frozen(): boolean;
  input(task: () => void): void;
  /** A timer of its own; its task is an input. */
  timer(task: () => void, ms: number): () => void;
  /** Timers that wait. */
  timers(): number;
  freeze(): void;
  thaw(): void;
  kill(): void;
  /** When it died; never while it lives. */
  diedAt(): number;
  /** Does something when it dies. */
  whenDead(task: () => void): void;
  /** Kills it before the n-th input from now. */
  killBefore(inputs: number): void;
}

/** A new life; `late` says how much later than asked a timer runs. */
export function createLife(world: World, late: (ms: number) => number = (ms) => ms): Life {
  const mourners: (() => void)[] = [];
  const held: (() => void)[] = [];
  const timers = new Set<() => void>();
  let alive = true;
  let diedAt = Number.POSITIVE_INFINITY;
  let frozen = false;
  let left = Number.POSITIVE_INFINITY;

  const life: Life = {
    alive: () => alive,
    frozen: () => frozen,
    timers: () => timers.size,
    input(task) {
      if (!alive) return;
      if (frozen) {
        held.push(task);
        return;
      }
      if (left-- <= 0) life.kill();
      else task();
    },
    timer(task, ms) {
      if (!alive) return () => {};
      let over = false;
      const end = () => {
        over = true;
        timers.delete(end);
        cancel();
      };
      const cancel = world.after(late(ms), () => {
        timers.delete(end);
        life.input(() => over || task());
      });
      timers.add(end);
      return end;
    },
    freeze() {
      frozen = true;
    },
    thaw() {
      if (!frozen) return;
      frozen = false;
      // One after the other, each with time for what it causes.
      for (const task of held.splice(0)) world.after(0, () => life.input(task));
    },
    killBefore(inputs) {
      left = Math.min(left, inputs);
    },
    kill() {
      if (!alive) return;
      alive = false;
      diedAt = world.now();
      held.length = 0;
      for (const end of [...timers]) end();
      for (const task of mourners) task();
    },
    diedAt: () => diedAt,
    whenDead: (task) => void mourners.push(task),
  };
  return life;
}
