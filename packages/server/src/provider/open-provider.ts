import { createHash } from 'node:crypto';
import type { Knowledge } from '@xiaoer/assistant';
import type { Log } from '@xiaoer/core/env';
import { isObject } from '@xiaoer/core/protocol';
import type { SqliteStore } from '../engines/sqlite-store.ts';
import type { Known } from '../learning/knowing.ts';
import { VERSION } from '../version.ts';
import { type Assist, createAssist } from './assist.ts';
import { createBreaker } from './breaker.ts';
import { type Budget, createBudget, type SpentStore } from './budget.ts';
import { createNearestAnswers, type Vectors } from './nearest-answers.ts';
import { createOpenAiChat } from './openai-chat.ts';
import type { Provider } from './provider.ts';
import { runTrial, type TrialRow } from './run-trial.ts';
import type { ProviderSettings } from './settings.ts';

/** A trial that came to nothing is begun again after this. */
const AGAIN_MS = 600_000;

/** What it is opened with. */
export interface OpenProvider {
  readonly settings: ProviderSettings;
  readonly store: Pick<SqliteStore, 'run' | 'reader'>;
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly log: Log;
  /** Another way to a model than the chat-completions API. */
  readonly provider?: Provider | undefined;
}

/** What it is asked beside: a version of what the shop knows. */
export type Beside = Pick<Known, 'knowledge' | 'turn' | 'stages'>;

/** A provider with its budget, for one version of the assistant after the other. */
export interface OpenedProvider {
  assistOf(known: Beside): Assist;
  close(): void;
}

type Rows = Pick<SqliteStore, 'run' | 'reader'>;

const readRow = ({ reader }: Rows, name: string): unknown => {
  const value = reader.prepare('SELECT value FROM meta WHERE name = ?').get(name)?.['value'];
  return value === undefined ? undefined : JSON.parse(String(value));
};
const writeRow = ({ run }: Rows, name: string, value: unknown): Promise<number> =>
  run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', name, JSON.stringify(value));

/** What the provider may spend in a day, kept over restarts. */
const spentStore = (rows: Rows): SpentStore => ({
  read() {
    const row = readRow(rows, 'provider-spent');
    if (!isObject(row) || typeof row['day'] !== 'string') return undefined;
    return { day: row['day'], spent: { calls: Number(row['calls']), tokens: Number(row['tokens']) } };
  },
  write: (day, { calls, tokens }) => writeRow(rows, 'provider-spent', { day, calls, tokens }),
});

/** Without bounds: a trial is the merchant's own wish, and has an end. */
const FOR_TRIAL: Budget = { allows: () => true, reserve: () => ({ settle: () => undefined }) };

/** By what a trial is known again: the model, what it is asked, and what it is asked about. */
function trialKey(
  { url, model, body, embedModel = '' }: ProviderSettings,
  { source }: Knowledge,
  rows: readonly TrialRow[],
): string {
  const of = [VERSION, url, model, embedModel, body ?? {}, rows, source.answers, source.shop.policies ?? {}];
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url');
}

/**
 * A provider as the settings name it. With a replay set it is asked nothing by shoppers before it was tried on it, and never if
 * fewer answers were right with it; what a trial came to is remembered until model, answers or the set change.
 */
export function openProvider({ settings, store, now, monotonic, log, provider: own }: OpenProvider): OpenedProvider {
  const provider = own ?? createOpenAiChat(settings);
  const { replay, limits, deadlineMs } = settings;
  const budget = createBudget(limits, now, spentStore(store), () => log('error', 'provider.spent-not-kept'));
  const breaker = createBreaker(monotonic);
  const parts = { provider, monotonic, log, deadlineMs };
  const vectors: Vectors = new Map();
  let again: NodeJS.Timeout | undefined;

  async function tryOut(rows: readonly TrialRow[], known: Beside): Promise<boolean> {
    const key = trialKey(settings, known.knowledge, rows);
    const before = readRow(store, 'provider-trial');
    if (isObject(before) && before['key'] === key) return before['keep'] === true;
    const own = { budget: FOR_TRIAL, breaker: createBreaker(() => 0), isOn: () => true };
    const nearest = createNearestAnswers({ ...parts, ...known, ...own, vectors });
    const assist = createAssist({ ...parts, ...known, ...own, nearest });
    const verdict = await runTrial(rows, assist, known, now, () => nearest?.ready() ?? true);
    const { keep, embedded, provided } = verdict;
    log(keep ? 'info' : 'warn', keep ? 'provider.tried' : 'provider.off', {
      model: provider.name,
      rows: verdict.rows,
      embedded: `${embedded.right}/${embedded.answered}`,
      provided: `${provided.right}/${provided.answered}`,
    });
    await writeRow(store, 'provider-trial', { key, ...verdict });
    return keep;
  }

  return {
    assistOf(known) {
      let on = replay === undefined;
      const look = (rows: readonly TrialRow[]): void => {
        tryOut(rows, known).then(
          (keep) => {
            on = keep;
          },
          (error: unknown) => {
            log('warn', 'provider.not-tried', {
              error: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
            });
            clearTimeout(again);
            again = setTimeout(look, AGAIN_MS, rows).unref();
          },
        );
      };
      if (replay) look(replay);
      const nearest = createNearestAnswers({ ...parts, ...known, budget, breaker, vectors });
      return createAssist({ ...parts, ...known, budget, breaker, nearest, isOn: () => on });
    },
    close: () => clearTimeout(again),
  };
}
