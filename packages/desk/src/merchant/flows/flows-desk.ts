import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MerchantPorts } from '../merchant-desk.ts';
import { type Ended, post } from '../post.ts';
import { type Flow, type FlowProblem, type FlowRow, type Flows, isFlows } from './flow.ts';

/** What a text comes to: what is wrong with it, or the flow. */
export interface Checked {
  readonly problems: readonly FlowProblem[];
  readonly flow?: Flow | undefined;
}

/** The flows as the page shows them. */
export interface FlowsDesk {
  readonly shown: ReadonlySignal<Flows | undefined>;
  readonly state: ReadonlySignal<'loading' | 'here' | 'failed'>;
  /** Texts that were changed and not saved, by the id of the flow that was opened; '' for a new one. */
  readonly drafts: Signal<Readonly<Record<string, string>>>;
  refresh(): Promise<void>;
  write(id: string, text: string | undefined): void;
  /** Undefined where there was no answer. */
  check(text: string): Promise<Checked | undefined>;
  turn(row: FlowRow, on: boolean): Promise<Ended>;
  save(id: string, text: string): Promise<Ended>;
  /** Takes the desk's own away: what was below it holds again. */
  reset(id: string): Promise<Ended>;
}

const KEPT = 'xiaoer-flow-drafts';

/** Asks the server for the flows, and saves what is changed as settings. */
export function createFlowsDesk({ ask, storage, now }: MerchantPorts): FlowsDesk {
  const shown = signal<Flows>();
  const state = signal<'loading' | 'here' | 'failed'>('loading');
  const drafts = signal(read());
  let n = 0;

  function read(): Readonly<Record<string, string>> {
    try {
      return JSON.parse(storage.getItem(KEPT) ?? '{}') as Readonly<Record<string, string>>;
    } catch {
      return {};
    }
  }

  async function refresh(): Promise<void> {
    try {
      const answer = await ask('/desk/api/flows');
      const body: unknown = answer.ok ? await answer.json() : undefined;
      if (isFlows(body)) shown.value = body;
      state.value = isFlows(body) ? 'here' : 'failed';
    } catch {
      state.value = 'failed';
    }
  }

  async function set(change: object): Promise<Ended> {
    n += 1;
    const id = `flow-${now()}-${n}`;
    const ended = await post(ask, '/desk/api/settings/versions', {
      id,
      base: shown.peek()?.base,
      changes: [change],
    });
    await refresh();
    return ended;
  }

  function write(id: string, text: string | undefined): void {
    const { [id]: _, ...others } = drafts.peek();
    drafts.value = text === undefined ? others : { ...others, [id]: text };
    try {
      storage.setItem(KEPT, JSON.stringify(drafts.value));
    } catch {
      // A full storage forgets the draft when the page is closed; saving does not need it.
    }
  }

  return {
    shown,
    state,
    drafts,
    refresh,
    write,
    async check(text) {
      const ended = await post(ask, '/desk/api/flows/check', { text });
      return ended.ok ? (ended.value as unknown as Checked) : undefined;
    },
    turn: ({ id }, on) =>
      set(on ? { do: 'clear', place: `flows-off/${id}` } : { do: 'set', place: `flows-off/${id}`, to: true }),
    async save(id, text) {
      const ended = await set({ do: 'set', place: `flows/${id}`, to: text });
      return ended;
    },
    reset: (id) => set({ do: 'reset', place: `flows/${id}` }),
  };
}
