import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MerchantPorts } from '../merchant-desk.ts';
import { fetchLearning } from '../teaching/learning-api.ts';
import type { Lesson } from '../teaching/lesson.ts';
import type { LessonForm } from './lesson-form.ts';

/** Spans of days that lessons are asked for. */
export const SPANS = [7, 30, 90] as const;
/** So many conversations must have asked. */
export const LEASTS = [1, 2, 3, 5, 10] as const;

/** Which lessons are shown. */
export interface LessonFilter {
  readonly days: number;
  readonly least: number;
  /** Also those that are answered since. */
  readonly all: boolean;
}

/** The lessons, and what somebody is about to make of them. */
export interface LessonsDesk {
  readonly filter: Signal<LessonFilter>;
  readonly state: ReadonlySignal<'loading' | 'here' | 'failed'>;
  readonly lessons: ReadonlySignal<readonly Lesson[]>;
  /** How many there are; the server sends the first of them. */
  readonly count: ReadonlySignal<number>;
  /** By lesson. */
  readonly forms: Signal<Readonly<Record<string, LessonForm>>>;
  load(): Promise<void>;
}

/** Made once for a desk. */
export function createLessonsDesk({ ask }: MerchantPorts): LessonsDesk {
  const api = fetchLearning(ask);
  const filter = signal<LessonFilter>({ days: 30, least: 1, all: false });
  const state = signal<'loading' | 'here' | 'failed'>('loading');
  const lessons = signal<readonly Lesson[]>([]);
  const count = signal(0);
  let asked = 0;
  return {
    filter,
    state,
    lessons,
    count,
    forms: signal({}),
    async load() {
      asked += 1;
      const mine = asked;
      const { days, least } = filter.peek();
      const found = await api.lessons(days, least);
      if (mine !== asked) return;
      if (found.ok) {
        lessons.value = found.value.lessons;
        count.value = found.value.count;
      }
      state.value = found.ok ? 'here' : 'failed';
    },
  };
}
