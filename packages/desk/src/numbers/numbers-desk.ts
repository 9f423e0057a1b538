import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeskRole } from '../privacy/privacy-api.ts';
import type { ShownBoard } from './board.ts';
import { lastDays } from './days.ts';
import type { NumbersApi, NumbersFilter } from './numbers-api.ts';

/** The numbers as the page shows them. */
export interface NumbersDesk {
  /** Whether this agent sees them: leads and admins do. */
  readonly may: ReadonlySignal<boolean>;
  readonly filter: Signal<NumbersFilter>;
  readonly shown: ReadonlySignal<ShownBoard | undefined>;
  readonly state: ReadonlySignal<'counting' | 'here' | 'failed'>;
  /** Asks again. */
  refresh(): Promise<void>;
}

/** Asks the server for boards, once somebody looks at them. */
export function createNumbersDesk(options: {
  readonly api: NumbersApi;
  readonly locale: ReadonlySignal<string>;
  readonly role: ReadonlySignal<DeskRole>;
  readonly now: () => number;
}): NumbersDesk {
  const { api, locale, role, now } = options;
  const may = computed(() => role.value !== 'agent');
  const filter = signal<NumbersFilter>({ ...lastDays(28, now()), shop: '', group: '', agent: '', lang: '' });
  const shown = signal<ShownBoard>();
  const state = signal<'counting' | 'here' | 'failed'>('counting');
  let asked = 0;

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
  };
}
