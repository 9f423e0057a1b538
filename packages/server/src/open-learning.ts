import type { KnowledgeSource } from '@xiaoer/assistant';
import type { Env } from '@xiaoer/core/env';
import type { Log } from '@xiaoer/host';
import type { SqliteStore } from './engines/sqlite-store.ts';
import type { Known } from './learning/knowing.ts';
import type { Learning } from './learning/learning.ts';
import { openLibrary } from './open-library.ts';
import type { ShopFolder } from './shops/load-folder.ts';

/** How often certain phrasings are learnt, where the merchant wants that. */
const LEARN_MS = 3_600_000;

/** Learning, as far as it is open. */
export interface OpenLearning {
  /** Opens it: its modules are loaded and the versions read once. What failed is tried again with the next call. */
  open(): Promise<{ readonly learning: Learning; readonly known: () => Promise<Known> }>;
  /** The answers that hold, as far as the versions are read. */
  answers(): ShopFolder['knowledge']['answers'];
  close(): void;
}

/**
 * Learning of a shop. Nothing of it is loaded before the assistant is woken, so that the door opens at once. `renew` makes the
 * assistant anew.
 */
export function openLearning(about: {
  readonly env: Env;
  readonly store: Pick<SqliteStore, 'reader'>;
  readonly log: Log;
  readonly folder: () => ShopFolder;
  /** Names of the tools of the shop. */
  readonly tools: readonly string[];
  readonly renew: () => Promise<void>;
}): OpenLearning {
  const { env, store, log, folder, tools, renew } = about;
  let made: { readonly of: KnowledgeSource; readonly source: KnowledgeSource } | undefined;
  /** The same object as long as the shop's knowledge is. */
  const source = (): KnowledgeSource => {
    const of = folder().knowledge;
    if (made?.of !== of) made = { of, source: { ...of, tools } };
    return made.source;
  };
  const { id: shop, locales } = source().shop;
  let opening: ReturnType<OpenLearning['open']> | undefined;
  let applied: Learning['applied'] | undefined;
  let looking: (() => void) | undefined;
  let closed = false;

  async function make(): ReturnType<OpenLearning['open']> {
    const [{ createKnowing }, { createLearning }, { createRecorded }, { createVersionLog }] = await Promise.all([
      import('./learning/knowing.ts'),
      import('./learning/create-learning.ts'),
      import('./learning/read-recorded.ts'),
      import('./learning/version-log.ts'),
    ]);
    const versions = createVersionLog({ log, shop, now: env.now });
    await versions.load();
    const library = openLibrary(env.log);
    const knowing = createKnowing({
      source,
      replies: () => folder().replies,
      library,
      log: versions,
      monotonic: env.monotonic,
    });
    const recorded = createRecorded({ reader: store.reader, log, shop, locale: locales[0] ?? 'en' });
    const learning = createLearning({ env, source, knowing, recorded, log: versions, onChange: renew });
    applied = knowing.applied;
    look(learning);
    return { learning, known: knowing.now };
  }

  function look(learning: Learning): void {
    if (closed) return;
    looking = env.timer(() => {
      learning.learnCertain().then(
        () => look(learning),
        (error: unknown) => {
          env.log('error', 'learning.failed', { error: error instanceof Error ? error.name : 'unknown' });
          look(learning);
        },
      );
    }, LEARN_MS);
  }

  return {
    open() {
      opening ??= make().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    answers: () => (applied ? applied() : { source: source() }).source.answers,
    close() {
      closed = true;
      looking?.();
    },
  };
}
