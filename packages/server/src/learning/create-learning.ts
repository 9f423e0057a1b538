import type { KnowledgeSource } from '@xiaoer/assistant';
import {
  type Change,
  certainChanges,
  doesSomething,
  type Effect,
  figuresBy,
  figuresOf,
  type KeptEffect,
  neededBy,
} from '@xiaoer/assistant/learning';
import type { Env } from '@xiaoer/core/env';
import type { Participant } from '@xiaoer/core/protocol';
import type { Knowing } from './knowing.ts';
import { type Learning, USUAL_DAYS, type Wish } from './learning.ts';
import type { Recorded } from './read-recorded.ts';
import { createTrials } from './trials.ts';
import type { VersionLog } from './version-log.ts';

const HOUSE: Participant = { role: 'system', id: 'house' };

const kept = ({ before, after, precision, won, broke }: Effect): KeptEffect => ({
  before,
  after,
  precision,
  won: won.length,
  broke: broke.length,
});

/** What is not learnt again without being asked: a text with its answer. */
const nameOf = (change: Change): string => (change.do === 'phrase' ? `${change.answer}\n${change.text}` : '');

/** Learning over the log of versions and what was recorded. `onChange` is told when something else is known. */
export function createLearning(options: {
  readonly env: Pick<Env, 'now' | 'monotonic' | 'log'>;
  /** What the shop's files and its settings say. */
  readonly source: () => KnowledgeSource;
  readonly knowing: Knowing;
  readonly recorded: Recorded;
  readonly log: VersionLog;
  readonly onChange: () => Promise<void>;
}): Learning {
  const { env, source, knowing, log, onChange } = options;
  const trials = createTrials(options);
  /** Refused, or taken back by the merchant. */
  const refused = new Set<string>();
  let lane: Promise<unknown> = Promise.resolve();

  /** One thing after the other: each is looked at with what the one before it left. */
  function alone<T>(task: () => Promise<T>): Promise<T> {
    const next = lane.then(task, task);
    lane = next.catch(() => undefined);
    return next;
  }

  /** What is saved is saved, whether the assistant can be made of it now or at the next start. */
  async function serve(): Promise<void> {
    await onChange().catch((error: unknown) =>
      env.log('error', 'learning.unserved', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  }

  async function saveAs(wish: Wish, author: Participant, id: string, automatic?: true): ReturnType<Learning['save']> {
    const { head, all } = await log.load();
    const repeat = await log.find(author, id);
    const known = repeat === undefined ? undefined : all.find(({ version }) => version === repeat);
    if (known) return { version: known };
    if (wish.base !== undefined && wish.base !== head) return { problem: 'stale' };
    const changes = await trials.fitted(wish.changes);
    const effect = await trials.effect(changes);
    if ('problem' in effect) return effect;
    if (effect.refused) return { problem: 'precision', effect };
    const body = { changes, note: wish.note, effect: kept(effect), automatic };
    // Another process may have saved meanwhile: then the effect was of something else.
    const done = await log.append({ kind: 'saved', body }, author, id, (now) =>
      now.head === head ? undefined : 'stale',
    );
    if (typeof done === 'string') return { problem: done === 'stale' ? 'stale' : 'busy' };
    await serve();
    const version = log.versions().all.find((one) => one.version === done);
    return version ? { version, effect } : { problem: 'busy' };
  }

  async function certain(): Promise<ReadonlyMap<string, readonly Change[]>> {
    for (const { changes, undone } of log.versions().all)
      if (undone) for (const change of changes) refused.add(nameOf(change));
    const { knowledge, applied } = await knowing.now();
    const byAnswer = new Map<string, Change[]>();
    for (const change of certainChanges(await trials.lessons(USUAL_DAYS), knowledge))
      if (change.do === 'phrase' && !refused.has(nameOf(change)) && doesSomething(change, applied.source))
        byAnswer.set(change.answer, [...(byAnswer.get(change.answer) ?? []), change]);
    return byAnswer;
  }

  return {
    versions: log.versions,
    applied: knowing.applied,
    lessons: (days) => alone(() => trials.lessons(days)),
    replay: () =>
      alone(async () => {
        const played = await trials.played();
        return { all: figuresOf(played), languages: figuresBy(played, 'lang'), intents: figuresBy(played, 'intent') };
      }),
    preview: (changes) => alone(async () => trials.effect(await trials.fitted(changes))),
    draft: (changes) => alone(async () => trials.draft(await trials.fitted(changes))),
    save: (wish, author, id) => alone(() => saveAs(wish, author, id)),
    undo: (version, author, id) =>
      alone(async () => {
        const versions = await log.load();
        const held = versions.all.some((one) => one.version === version && !one.undone);
        if (!held) return (await log.find(author, id)) === undefined ? { problem: 'not-found' } : versions;
        const by = neededBy(versions, source(), version);
        if (by.length > 0) return { problem: 'needed', by };
        const done = await log.append({ kind: 'undone', body: { version } }, author, id);
        if (typeof done === 'string') return { problem: 'busy' };
        await serve();
        return log.versions();
      }),
    automatic: (on, author, id) =>
      alone(async () => {
        await log.load();
        const done = await log.append({ kind: 'automatic', body: { on } }, author, id);
        return typeof done === 'string' ? { problem: 'busy' } : log.versions();
      }),
    learnCertain: () =>
      alone(async () => {
        const { automatic } = await log.load();
        const saved: number[] = [];
        if (!automatic) return saved;
        for (const [answer, changes] of await certain()) {
          const phrases = changes.filter((change) => change.do === 'phrase');
          const done = await saveAs({ changes: phrases }, HOUSE, `certain:${env.now()}:${saved.length}`, true);
          if ('version' in done) saved.push(done.version.version);
          else {
            for (const change of changes) refused.add(nameOf(change));
            env.log('info', 'learning.refused', { answer, problem: done.problem });
          }
        }
        return saved;
      }),
  };
}
