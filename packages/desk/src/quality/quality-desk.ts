import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DeskRole } from '../privacy/privacy-api.ts';
import type { QualityApi, Replay, Review, Sample, WantedReview } from './quality-api.ts';

/** Whether what was asked for is on its way, here, or did not come. */
export type Fetched = 'loading' | 'here' | 'failed';

/** Which session is looked at. */
export interface Looked {
  readonly conversation: string;
  readonly k: number;
}

/** Samples and replays as the page shows them. */
export interface QualityDesk {
  /** Whether this agent reviews: leads and admins do. */
  readonly may: ReadonlySignal<boolean>;
  readonly sample: ReadonlySignal<Sample | undefined>;
  readonly state: ReadonlySignal<Fetched>;
  readonly looked: Signal<Looked | null>;
  readonly replay: ReadonlySignal<Replay | 'gone' | undefined>;
  readonly replayState: ReadonlySignal<Fetched>;
  /** Asks for the sample of the week that is shown, or of one of its neighbours. */
  refresh(weeks?: -1 | 0 | 1): Promise<void>;
  /** Asks for the conversation that is looked at. */
  open(): Promise<void>;
  /** The score of the rules, once the review is kept; undefined where it was not. */
  review(review: WantedReview): Promise<number | undefined>;
}

const WEEK_MS = 7 * 86_400_000;

const beside = (week: string, weeks: number): string =>
  new Date(Date.parse(`${week}T00:00:00Z`) + weeks * WEEK_MS).toISOString().slice(0, 10);

/** Asks the server for samples and replays, once somebody looks at them. */
export function createQualityDesk(options: {
  readonly api: QualityApi;
  readonly locale: ReadonlySignal<string>;
  readonly role: ReadonlySignal<DeskRole>;
  readonly me: () => string | undefined;
}): QualityDesk {
  const { api, locale, role, me } = options;
  const sample = signal<Sample>();
  const state = signal<Fetched>('loading');
  const looked = signal<Looked | null>(null);
  const replay = signal<Replay | 'gone'>();
  const replayState = signal<Fetched>('loading');
  let asked = 0;

  const keep = (conversation: string, k: number, reviews: readonly Review[]) => {
    const shown = replay.peek();
    if (shown && shown !== 'gone' && shown.conversation === conversation) replay.value = { ...shown, reviews };
    const drawn = sample.peek();
    const who = me();
    if (!drawn || who === undefined) return;
    sample.value = {
      ...drawn,
      drawn: drawn.drawn.map((one) =>
        one.conversation === conversation && one.k === k
          ? { ...one, reviewedBy: [...new Set([...one.reviewedBy, who])] }
          : one,
      ),
    };
  };

  return {
    may: computed(() => role.value !== 'agent'),
    sample,
    state,
    looked,
    replay,
    replayState,
    async refresh(weeks = 0) {
      asked += 1;
      const mine = asked;
      const before = sample.peek()?.week;
      state.value = 'loading';
      const found = await api.sample(before === undefined ? undefined : beside(before, weeks), locale.peek());
      if (mine !== asked) return;
      if (found) sample.value = found;
      state.value = found ? 'here' : 'failed';
    },
    async open() {
      const wanted = looked.peek();
      if (!wanted) return;
      replay.value = undefined;
      replayState.value = 'loading';
      const found = await api.replay(wanted.conversation, locale.peek());
      if (looked.peek() !== wanted) return;
      replay.value = found;
      replayState.value = found ? 'here' : 'failed';
    },
    async review(review) {
      const done = await api.review(review);
      if (done) keep(review.conversation, review.k, done.reviews);
      return done?.counted;
    },
  };
}
