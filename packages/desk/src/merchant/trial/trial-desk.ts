import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TraceBody } from '@xiaoer/core/protocol';
import type { MerchantPorts } from '../merchant-desk.ts';
import type { Change } from '../teaching/change.ts';
import { fetchLearning, type Refusal, type TrialReply } from '../teaching/learning-api.ts';

/** One question and both replies. */
export interface TrialRound {
  readonly n: number;
  readonly text: string;
  readonly live?: TrialReply | undefined;
  /** Absent where nothing was unsaved. */
  readonly draft?: TrialReply | undefined;
  readonly refusal?: Refusal | undefined;
}

/** A conversation with what is live and with the draft, which nobody records. */
export interface TrialDesk {
  readonly rounds: ReadonlySignal<readonly TrialRound[]>;
  readonly asking: ReadonlySignal<boolean>;
  readonly text: Signal<string>;
  /** Language of the page; empty for the shop's first. */
  readonly locale: Signal<string>;
  /** Id of the product on the page; empty for none. */
  readonly product: Signal<string>;
  ask(text: string, locale: string, changes: readonly Change[]): Promise<void>;
  beginAnew(): void;
}

/** Made once for a desk. */
export function createTrialDesk({ ask }: MerchantPorts): TrialDesk {
  const api = fetchLearning(ask);
  const rounds = signal<readonly TrialRound[]>([]);
  const asking = signal(false);
  const product = signal('');
  let count = 0;

  /** What a side remembers: of its newest reply. */
  const stateOf = (side: 'live' | 'draft') =>
    rounds.peek().reduce<TraceBody['state']>((state, round) => round[side]?.trace?.state ?? state, undefined);

  return {
    rounds,
    asking,
    text: signal(''),
    locale: signal(''),
    product,
    async ask(text, locale, changes) {
      if (asking.peek()) return;
      asking.value = true;
      count += 1;
      const n = count;
      const live = stateOf('live');
      // A draft that begins in the middle goes on from what is live.
      const states = { live, draft: stateOf('draft') ?? live };
      const about = product.peek() === '' ? {} : { about: product.peek() };
      rounds.value = [...rounds.peek(), { n, text }];
      const done = await api.ask({ text, locale, ...about, states }, changes);
      asking.value = false;
      rounds.value = rounds
        .peek()
        .map((round) => (round.n === n ? { ...round, ...(done.ok ? done.value : { refusal: done.refusal }) } : round));
    },
    beginAnew() {
      rounds.value = [];
    },
  };
}
