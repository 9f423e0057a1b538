import {
  buildKnowledge,
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

/** What a shop knows by its files and its versions. */
export interface Knowing {
  /** What is known as of the newest version that was read; compiled once for each. */
  now(): Known;
  /** What changes would make of it. */
  with(changes: readonly Change[]): Known;
  /** Its words; made when they are first asked for. */
  bookOf(known: Known): Book;
  /** Resolves when library and flows are there, without which turns that are asked again say something else. */
  awake(): Promise<void>;
}

/** Knowledge of a shop. `source` is what its files say, with the names of its tools. */
export function createKnowing(options: {
  readonly source: KnowledgeSource;
  readonly replies: readonly CannedReply[];
  readonly library: OpenLibrary;
  readonly log: Pick<VersionLog, 'versions'>;
}): Knowing {
  const { source, replies, library, log } = options;
  const books = new WeakMap<Known, Book>();
  let flows: ReturnType<Knowledge['flows']>;
  let current: { readonly head: number; readonly known: Known } | undefined;

  function make(changes: readonly Change[]): Known {
    const applied = applyChanges(source, changes);
    const knowledge = buildKnowledge(applied.source, library.read, () => flows);
    const stages = stagesWith(applied.thresholds);
    return { applied, knowledge, turn: createTurn(stages), stages, library };
  }

  return {
    now() {
      const versions = log.versions();
      if (current?.head !== versions.head) current = { head: versions.head, known: make(changesOf(versions)) };
      return current.known;
    },
    with: (changes) => make([...changesOf(log.versions()), ...changes]),
    bookOf(known) {
      const book = books.get(known) ?? createBook(known.knowledge, replies);
      books.set(known, book);
      return book;
    },
    async awake() {
      flows ??= await loadFlows(source.flows);
      for (const lang of ['zh-CN', 'en'] as const) {
        library.read(lang);
        await library.loading(lang);
      }
    },
  };
}
