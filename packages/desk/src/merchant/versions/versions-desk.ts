import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MerchantPorts } from '../merchant-desk.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import { fetchLearning, type Refusal } from '../teaching/learning-api.ts';
import type { Version } from '../teaching/version.ts';

/** What was saved, the newest first. */
export interface VersionsDesk {
  readonly state: ReadonlySignal<'loading' | 'here' | 'failed'>;
  readonly all: ReadonlySignal<readonly Version[]>;
  /** Whether the question stands if the open one is taken back. */
  readonly undoing: Signal<boolean>;
  /** The question of an answer that a version brought, for those that are gone since. */
  titleOf(id: string, locale: string): string | undefined;
  load(): Promise<void>;
  undo(id: string, version: number): Promise<Refusal | undefined>;
}

/** Made once for a desk. */
export function createVersionsDesk({ ask }: MerchantPorts): VersionsDesk {
  const api = fetchLearning(ask);
  const state = signal<'loading' | 'here' | 'failed'>('loading');
  const all = signal<readonly Version[]>([]);
  const added = computed(
    () =>
      new Map(
        all.value.flatMap(({ changes }) =>
          changes.flatMap((change) =>
            change.do === 'add' ? [[change.answer.id, change.answer.question] as const] : [],
          ),
        ),
      ),
  );
  const take = (versions: readonly Version[]) => {
    all.value = [...versions].reverse();
    state.value = 'here';
  };
  return {
    state,
    all,
    undoing: signal(false),
    titleOf(id, locale) {
      const question = added.value.get(id);
      return question === undefined ? undefined : textIn(question, locale);
    },
    async load() {
      const found = await api.versions();
      if (found.ok) take(found.value.versions);
      else if (state.peek() !== 'here') state.value = 'failed';
    },
    async undo(id, version) {
      const done = await api.undo(id, version);
      if (!done.ok) return done.refusal;
      take(done.value.versions);
      return undefined;
    },
  };
}
