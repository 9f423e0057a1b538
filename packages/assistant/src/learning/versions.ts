import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { KnowledgeSource } from '../knowledge/knowledge-source.ts';
import { applyChanges, type Change } from './change.ts';
import type { Effect } from './effect.ts';

/** What a saved version keeps of its effect. */
export type KeptEffect = Pick<Effect, 'precision'> & {
  readonly before: Effect['before'];
  readonly after: Effect['after'];
  readonly won: number;
  readonly broke: number;
};

/** What can happen to what the assistant knows, by kind of event. */
export interface VersionEvents {
  saved: {
    readonly changes: readonly Change[];
    readonly note?: string | undefined;
    readonly effect?: KeptEffect | undefined;
    /** It was learnt from what agents did, and nobody pressed a button. */
    readonly automatic?: true | undefined;
  };
  /** The changes of a version are taken back. */
  undone: { readonly version: number };
  /** Whether certain phrasings are learnt without being asked. */
  automatic: { readonly on: boolean };
}

/** One version: the number of its event in the log. */
export interface Version {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Pick<Participant, 'id' | 'name'>;
  readonly changes: readonly Change[];
  readonly note?: string | undefined;
  readonly effect?: KeptEffect | undefined;
  readonly automatic?: true | undefined;
  /** Taken back by this event. */
  readonly undone?: { readonly version: number; readonly at: number; readonly by: Pick<Participant, 'id' | 'name'> };
}

/** All versions, as of an event. */
export interface Versions {
  /** Number of the newest event; 0 before any. */
  readonly head: number;
  readonly all: readonly Version[];
  readonly automatic: boolean;
}

/** Before anything was changed. */
export const NO_VERSIONS: Versions = { head: 0, all: [], automatic: false };

/** The versions after one more event. What another program wrote and this one cannot read changes nothing. */
export function foldVersions(versions: Versions, { seq, at, from, kind, body }: ChatEvent): Versions {
  const by = { id: from.id, ...(from.name === undefined ? {} : { name: from.name }) };
  const next = { ...versions, head: seq };
  switch (kind) {
    case 'saved': {
      const saved = body as unknown as VersionEvents['saved'];
      if (!Array.isArray(saved.changes)) return next;
      const { changes, note, effect, automatic } = saved;
      const version: Version = { version: seq, at, by, changes, note, effect, automatic };
      return { ...next, all: [...versions.all, version] };
    }
    case 'undone': {
      const { version } = body as unknown as VersionEvents['undone'];
      return {
        ...next,
        all: versions.all.map((one) =>
          one.version === version && !one.undone ? { ...one, undone: { version: seq, at, by } } : one,
        ),
      };
    }
    case 'automatic':
      return { ...next, automatic: body['on'] === true };
    default:
      return next;
  }
}

/** The changes that hold, in their order. `upTo`: as they held after that event, as far as it is kept who undid what. */
export const changesOf = ({ all }: Versions, upTo = Number.POSITIVE_INFINITY): readonly Change[] =>
  all
    .filter(({ version, undone }) => version <= upTo && !(undone && undone.version <= upTo))
    .flatMap(({ changes }) => changes);

/** Later versions that would do less without a version: it is taken back after them. */
export function neededBy({ all }: Pick<Versions, 'all'>, source: KnowledgeSource, version: number): readonly number[] {
  const held = all.filter(({ undone }) => !undone);
  const failing = (versions: readonly Version[]): readonly number[] => {
    const owners = versions.flatMap((one) => one.changes.map(() => one.version));
    const { problems } = applyChanges(
      source,
      versions.flatMap(({ changes }) => changes),
    );
    return problems.map(({ at }) => owners[at] ?? 0);
  };
  // What does nothing already, because the shop's files have changed, needs nobody.
  const before = new Set(failing(held));
  const after = failing(held.filter((one) => one.version !== version));
  return [...new Set(after)].filter((one) => !before.has(one)).sort((a, b) => a - b);
}
