import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ShownBoard } from './board.ts';
import { lastDays } from './days.ts';
import type { NumbersApi, NumbersFilter } from './numbers-api.ts';

/** The numbers as the page shows them. */
export interface NumbersDesk {
  /** Whether this agent sees them; false until it is known. */
  readonly may: ReadonlySignal<boolean>;
  readonly filter: Signal<NumbersFilter>;
  readonly shown: ReadonlySignal<ShownBoard | undefined>;
  readonly state: ReadonlySignal<'counting' | 'here' | 'failed'>;
  /** Asks again. */
  refresh(): Promise<void>;
  stop(): void;
}

/** Asks the server for boards, once somebody looks at them. */
export function createNumbersDesk(options: {
  readonly api: NumbersApi;
  readonly locale: ReadonlySignal<string>;
  readonly me: ReadonlySignal<string | undefined>;
  readonly now: () => number;
}): NumbersDesk {
  const { api, locale, me, now } = options;
  const may = signal(false);
  const filter = signal<NumbersFilter>({ ...lastDays(28, now()), shop: '', group: '', agent: '', lang: '' });
  const shown = signal<ShownBoard>();
  const state = signal<'counting' | 'here' | 'failed'>('counting');
  let asked = 0;

  const stop = effect(() => {
    const id = me.value;
    if (id === undefined) may.value = false;
    else
      void api.may().then((is) => {
        if (me.peek() === id) may.value = is;
      });
  });

  return {
    may,
    filter,
    shown,
    state,
    async refresh() {
      asked += 1;
      const mine = asked;
      state.value = 'counting';
      const found = await api.board(filter.peek(), locale.peek());
      if (mine !== asked) return;
      if (found) shown.value = found;
      state.value = found ? 'here' : 'failed';
    },
    stop,
  };
}
