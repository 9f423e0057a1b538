import {
  buildSteps,
  createTurn,
  type Knowledge,
  type KnowledgeSource,
  loadFlows,
  type Stages,
  type Turn,
} from '@xiaoer/assistant';
import {
  type Applied,
  applyChanges,
  type Book,
  type CannedReply,
  type Change,
  changesOf,
  createBook,
  stagesWith,
} from '@xiaoer/assistant/learning';
import type { OpenLibrary } from '../open-library.ts';
import { inSlices } from './in-slices.ts';
import type { VersionLog } from './version-log.ts';

/** Knowledge that can be asked. */
export interface Known {
  readonly applied: Applied;
  readonly knowledge: Knowledge;
  readonly turn: Turn;
  /** What the turn is made of. */
  readonly stages: Stages;
  readonly library: OpenLibrary;
}

/** What a shop knows by its files and its versions. It is compiled in slices: turns are answered meanwhile. */
export interface Knowing {
  /** What the newest version that was read says, before it is compiled. */
  applied(): Applied;
  /** What is known as of that version; compiled once for each. */
  now(): Promise<Known>;
  /** What changes would make of it. */
  with(changes: readonly Change[]): Promise<Known>;
  /** Its words; made when they are first asked for. */
  bookOf(known: Known): Book;
  /** Resolves when library and flows are there, without which turns that are asked again say something else. */
  awake(): Promise<void>;
}

/** The newest version, and what the versions lie over. */
interface As {
  readonly head: number;
  readonly of: KnowledgeSource;
}

/** Knowledge of a shop. `source` is what its files and its settings say, with the names of its tools; the same object until they say something else. */
export function createKnowing(options: {
  readonly source: () => KnowledgeSource;
  readonly replies: () => readonly CannedReply[];
  readonly library: OpenLibrary;
  readonly log: Pick<VersionLog, 'versions'>;
  readonly monotonic: () => number;
}): Knowing {
  const { source, replies, library, log, monotonic } = options;
  const books = new WeakMap<Known, Book>();
  let flows: { readonly of: KnowledgeSource['flows']; readonly loaded: ReturnType<Knowledge['flows']> } | undefined;
  let held: (As & { readonly applied: Applied }) | undefined;
  let current: (As & { readonly known: Promise<Known> }) | undefined;

  function applied(): Applied {
    const versions = log.versions();
    const of = source();
    if (held?.head !== versions.head || held.of !== of)
      held = { head: versions.head, of, applied: applyChanges(of, changesOf(versions)) };
    return held.applied;
  }

  async function make(applied: Applied): Promise<Known> {
    const knowledge = await inSlices(
      buildSteps(applied.source, library.read, () => flows?.loaded),
      monotonic,
    );
    const stages = stagesWith(applied.thresholds);
    return { applied, knowledge, turn: createTurn(stages), stages, library };
  }

  return {
    applied,
    now() {
      const { head } = log.versions();
      const of = source();
      if (current?.head !== head || current.of !== of) {
        const made = { head, of, known: make(applied()) };
        current = made;
        // What failed is tried again when it is asked for again.
        made.known.catch(() => {
          if (current === made) current = undefined;
        });
      }
      return current.known;
    },
    with: (changes) => make(applyChanges(source(), [...changesOf(log.versions()), ...changes])),
    bookOf(known) {
      const book = books.get(known) ?? createBook(known.knowledge, replies());
      books.set(known, book);
      return book;
    },
    async awake() {
      const of = source().flows;
      if (!flows || flows.of !== of) flows = { of, loaded: await loadFlows(of) };
      for (const lang of ['zh-CN', 'en'] as const) {
        library.read(lang);
        await library.loading(lang);
      }
    },
  };
}
