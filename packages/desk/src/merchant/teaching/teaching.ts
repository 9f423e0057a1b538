import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '@xiaoer/core/protocol';
import type { MerchantPorts } from '../merchant-desk.ts';
import type { Change, Sentences } from './change.ts';
import { type AnswerRow, changesOfDraft, type Draft, NO_DRAFT, rowsOf, withAnswer, withoutAnswer } from './draft.ts';
import { keepDraft, readDraft } from './kept-draft.ts';
import { type KnowledgeAnswer, textIn } from './knowledge-answer.ts';
import { fetchLearning, type LearningApi, type Overview, type Refusal } from './learning-api.ts';
import type { Version } from './version.ts';

/** What the pages about answers and learning share: what is known, and one draft of changes to it. */
export interface Teaching {
  readonly api: LearningApi;
  readonly state: ReadonlySignal<'loading' | 'here' | 'failed'>;
  readonly overview: ReadonlySignal<Overview | undefined>;
  readonly answers: ReadonlySignal<readonly KnowledgeAnswer[]>;
  readonly draft: ReadonlySignal<Draft>;
  /** The answers with what is not saved. */
  readonly rows: ReadonlySignal<readonly AnswerRow[]>;
  /** What is not saved. */
  readonly changes: ReadonlySignal<readonly Change[]>;
  /** Whether the question stands over the page what the changes do, and whether to save them. */
  readonly reviewing: Signal<boolean>;
  /** What the note of the next version begins with. */
  readonly note: Signal<string>;
  /** What was saved last, for saying so. */
  readonly saved: Signal<Version | undefined>;
  /** The answer's question in a language; its id where there is none of that id. */
  titleOf(id: string, locale: string): string;
  /** Changes an answer, or takes it away. */
  write(id: string, to: KnowledgeAnswer | undefined): void;
  /** Takes back what is not saved of an answer. */
  takeBack(id: string): void;
  setSentences(sentences: Sentences | undefined): void;
  discard(): void;
  /** Asks what is known. */
  load(): Promise<void>;
  /** Saves the draft as a version, if nothing came in between since `base`. */
  save(note: string, base: number): Promise<Refusal | undefined>;
  newId(): string;
}

const random = () => newId((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));

/** Made once for a desk: `desk.merchant.state(createTeaching)`. */
export function createTeaching({ ask, storage, me }: MerchantPorts): Teaching {
  const api = fetchLearning(ask);
  const state = signal<'loading' | 'here' | 'failed'>('loading');
  const overview = signal<Overview>();
  const answers = signal<readonly KnowledgeAnswer[]>([]);
  const draft = signal<Draft>(NO_DRAFT);
  const reviewing = signal(false);
  const note = signal('');
  const saved = signal<Version>();
  const rows = computed(() => rowsOf(answers.value, draft.value));
  const changes = computed(() => changesOfDraft(draft.value));
  const byId = computed(() => new Map(rows.value.map(({ answer }) => [answer.id, answer])));
  let asked = 0;
  /** The same wish sent again, after an answer that was lost, has the same name. */
  let wish: { readonly what: string; readonly id: string } | undefined;

  effect(() => {
    if (me.value !== undefined) draft.value = readDraft(storage, me.value);
  });

  const change = (next: (draft: Draft) => Draft) => {
    draft.value = next(draft.peek());
    saved.value = undefined;
    const name = me.peek();
    // Another tab of the same person may have written since: only this change goes into what is kept.
    if (name !== undefined) keepDraft(storage, name, next(readDraft(storage, name)));
  };

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    if (state.peek() !== 'here') state.value = 'loading';
    const [first, list] = await Promise.all([api.overview(), api.answers()]);
    if (mine !== asked) return;
    if (first.ok) overview.value = first.value;
    if (list.ok) answers.value = list.value;
    // What was there stays there while the line is away.
    if (first.ok && list.ok) state.value = 'here';
    else if (state.peek() !== 'here') state.value = 'failed';
  }

  return {
    api,
    state,
    overview,
    answers,
    draft,
    rows,
    changes,
    reviewing,
    note,
    saved,
    titleOf(id, locale) {
      const found = byId.value.get(id);
      return (found && textIn(found.question, locale)) || id;
    },
    write: (id, to) => {
      const from = answers.peek().find((one) => one.id === id);
      change((now) => withAnswer(now, id, to, from));
    },
    takeBack: (id) => change((now) => withoutAnswer(now, id)),
    setSentences: (sentences) => change((now) => ({ ...now, sentences })),
    discard: () => {
      change(() => NO_DRAFT);
      note.value = '';
    },
    load,
    async save(text, base) {
      const sent = { changes: changes.peek(), note: text, base };
      const what = JSON.stringify(sent);
      if (wish?.what !== what) wish = { what, id: random() };
      const done = await api.save({ ...sent, id: wish.id });
      if (!done.ok) return done.refusal;
      change(() => NO_DRAFT);
      note.value = '';
      saved.value = done.value;
      await load();
      return undefined;
    },
    newId: random,
  };
}
