import { createTurn } from '@xiaoer/assistant';
import {
  type Change,
  changesOf,
  type Effect,
  effectOf,
  fitBands,
  type Judged,
  judgedOf,
  type Lesson,
  lessonSteps,
  type Played,
  type ReplayRow,
  replaySteps,
  taughtBy,
} from '@xiaoer/assistant/learning';
import type { Env } from '@xiaoer/core/env';
import { inSlices } from './in-slices.ts';
import type { Knowing, Known } from './knowing.ts';
import { type LearningProblem, USUAL_DAYS } from './learning.ts';
import type { WantedChange } from './read-changes.ts';
import { type Material, readMaterial } from './read-material.ts';
import type { Recorded } from './read-recorded.ts';
import type { VersionLog } from './version-log.ts';

const DAY_MS = 86_400_000;

/** What is tried on the recorded conversations before anything is saved. */
export interface Trials {
  lessons(days: number): Promise<readonly Lesson[]>;
  /** The newest messages, asked of what is known now. */
  played(): Promise<readonly Played[]>;
  /** Two sentences become bands by what is known of right and wrong answers; other changes stay as they are. */
  fitted(changes: readonly WantedChange[]): Promise<readonly Change[]>;
  /** What changes would make of what is known, or which of them do nothing. */
  draft(changes: readonly Change[]): Promise<Known | LearningProblem>;
  effect(changes: readonly Change[]): Promise<Effect | LearningProblem>;
}

/** Trials over what was recorded. All that takes long runs in slices, and what was found is kept until something is said or known otherwise. */
export function createTrials({
  env,
  knowing,
  recorded,
  log,
}: {
  readonly env: Pick<Env, 'now' | 'monotonic'>;
  readonly knowing: Knowing;
  readonly recorded: Recorded;
  readonly log: Pick<VersionLog, 'versions'>;
}): Trials {
  let read: { readonly key: string; readonly material: Material } | undefined;
  let present: { readonly key: string; readonly played: readonly Played[] } | undefined;

  /** Persona and promises are set beside the versions. */
  const keyNow = (): string =>
    `${log.versions().head}:${recorded.mark()}:${JSON.stringify(knowing.applied().source.shop)}`;

  async function materialOf(days: number): Promise<Material> {
    await knowing.awake();
    const key = `${days}:${keyNow()}`;
    if (read?.key === key) return read.material;
    const book = knowing.bookOf(await knowing.now());
    const material = await readMaterial(recorded, book, env.now() - days * DAY_MS, env.monotonic);
    read = { key, material };
    return material;
  }

  const play = (
    rows: readonly ReplayRow[],
    known: Known,
    { turn = known.turn, taught }: { turn?: Known['turn']; taught?: ReadonlyMap<string, string> } = {},
  ): Promise<readonly Played[]> => {
    const replayed = {
      turn,
      knowledge: known.knowledge,
      book: knowing.bookOf(known),
      monotonic: env.monotonic,
      taught,
    };
    return inSlices(replaySteps(rows, replayed), env.monotonic);
  };

  async function played(): Promise<readonly Played[]> {
    const { rows } = await materialOf(USUAL_DAYS);
    const key = keyNow();
    if (present?.key !== key) present = { key, played: await play(rows, await knowing.now()) };
    return present.played;
  }

  /** Right and wrong answers with the confidences that the engine gives them, before any bands. */
  async function judged(): Promise<readonly Judged[]> {
    const { rows } = await materialOf(USUAL_DAYS);
    const now = await knowing.now();
    return judgedOf(await play(rows, now, { turn: createTurn() }), { book: knowing.bookOf(now) });
  }

  async function draft(changes: readonly Change[]): Promise<Known | LearningProblem> {
    const held = changesOf(log.versions()).length;
    const made = await knowing.with(changes);
    const problems = made.applied.problems.flatMap(({ at, problem }) =>
      at >= held ? [{ at: at - held, problem }] : [],
    );
    return problems.length > 0 ? { problem: 'changes', problems } : made;
  }

  return {
    async lessons(days) {
      const { candidates } = await materialOf(days);
      return inSlices(lessonSteps(candidates, (await knowing.now()).knowledge), env.monotonic);
    },
    played,
    async fitted(changes) {
      const labels = changes.some((change) => change.do === 'thresholds') ? await judged() : [];
      return changes.map((change) =>
        change.do === 'thresholds' ? { do: 'thresholds', ...fitBands(change.sentences, labels) } : change,
      );
    },
    draft,
    async effect(changes) {
      const made = await draft(changes);
      if ('problem' in made) return made;
      const { rows } = await materialOf(USUAL_DAYS);
      const taught = taughtBy(changes);
      return effectOf(await played(), await play(rows, made, { taught }), taught);
    },
  };
}
