import type { LifecycleEvent } from '../env/env.ts';
import { memoryStore } from '../stores/memory-store.ts';
import type { Store } from '../stores/store.ts';
import { type FakeEnv, fakeEnv } from './fake-env.ts';
import { fakeLocks } from './fake-locks.ts';

/** A page of a fake browser profile. Time passes for all of its tabs together. */
export interface FakeTab extends FakeEnv {
  /** Timers, messages and locks of this tab wait until it thaws; what it holds it keeps. */
  freeze(): void;
  thaw(): Promise<void>;
  /** The tab is gone between two of its steps: nothing of it runs any more, and its locks are free. */
  kill(): Promise<void>;
  /** What it holds and waits for. */
  heldLocks(): string[];
  openChannels(): number;
}

/** One browser: the same clock, disk, locks and channels for several tabs. */
export interface FakeProfile extends Pick<FakeEnv, 'advance' | 'settle'> {
  tab(seed?: number): FakeTab;
  /** Opens a store on the disk that all tabs share. */
  readonly open: (name: string) => Promise<Store>;
  readonly stores: Map<string, Store>;
  /** Which hints are lost from now on. */
  lose(which: (message: { readonly t: string }) => boolean): void;
  /** What went through the channels, as text. */
  readonly hints: string[];
}

/** A browser profile. `without`: what this browser does not have. */
export function fakeProfile({
  without = [],
}: {
  readonly without?: readonly ('locks' | 'channel')[];
} = {}): FakeProfile {
  const world = fakeEnv();
  const locks = fakeLocks();
  const stores = new Map<string, Store>();
  const hints: string[] = [];
  const ears = new Set<{ readonly name: string; readonly hear: (text: string) => void }>();
  let lost: (message: { readonly t: string }) => boolean = () => false;
  let tabs = 0;

  const tab = (seed = ++tabs): FakeTab => {
    const listeners = new Set<(event: LifecycleEvent) => void>();
    const own = new Set<object>();
    const open = new Set<object>();
    const lines: string[] = [];
    const owner = {};
    let frozen: (() => void)[] | undefined;
    let dead = false;
    const run = (task: () => void) => {
      if (frozen) frozen.push(() => run(task));
      else if (!dead) task();
    };
    const env: FakeTab = {
      ...world,
      lines,
      random: fakeEnv(seed).random,
      log(level, event, fields) {
        if (level === 'warn' || level === 'error') lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
      },
      timer(task, ms) {
        const mine = {};
        own.add(mine);
        const cancel = world.timer(() => run(() => own.delete(mine) && task()), ms);
        return () => {
          own.delete(mine);
          cancel();
        };
      },
      lifecycle: {
        on(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      async live(event) {
        for (const listener of [...listeners]) listener(event);
        await world.settle();
      },
      timers: () => own.size,
      listeners: () => listeners.size,
      heldLocks: () => locks.names(owner),
      openChannels: () => open.size,
      freeze() {
        frozen ??= [];
      },
      async thaw() {
        const waited = frozen ?? [];
        frozen = undefined;
        for (const task of waited) task();
        await world.settle();
      },
      async kill() {
        dead = true;
        listeners.clear();
        for (const ear of ears) if (open.has(ear)) ears.delete(ear);
        open.clear();
        locks.drop(owner);
        await world.settle();
      },
    };
    const held = { request: locks.request.bind(undefined, owner, run) };
    const channel = (name: string) => {
      let heard: (event: { readonly data: unknown }) => void = () => {};
      let closed = false;
      const ear = {
        name,
        hear: (text: string) => run(() => void (closed || heard({ data: JSON.parse(text) }))),
      };
      ears.add(ear);
      open.add(ear);
      return {
        postMessage(message: unknown) {
          if (closed || dead) return;
          const text = JSON.stringify(message);
          hints.push(text);
          if (lost(message as { readonly t: string })) return;
          for (const other of ears)
            if (other !== ear && other.name === name) void Promise.resolve().then(() => other.hear(text));
        },
        addEventListener(_: 'message', listener: typeof heard) {
          heard = listener;
        },
        close() {
          closed = true;
          ears.delete(ear);
          open.delete(ear);
        },
      };
    };
    return {
      ...env,
      ...(without.includes('locks') ? {} : { locks: held }),
      ...(without.includes('channel') ? {} : { channel }),
    };
  };
  return {
    tab,
    stores,
    hints,
    advance: world.advance,
    settle: world.settle,
    lose(which) {
      lost = which;
    },
    async open(name) {
      const store = stores.get(name) ?? memoryStore();
      stores.set(name, store);
      return { ...store, durable: true, close() {} };
    },
  };
}
