import type { ChatEvent, Participant } from '@xiaoer/core/protocol';

/**
 * A change of one place of the settings (`hours/week`, `persona/tone`, `replies/thanks`): a value lies over what the shop's
 * files say there, or nothing does although they say something, or what they say holds again.
 */
export type SettingChange =
  | { readonly do: 'set'; readonly place: string; readonly to: unknown }
  | { readonly do: 'clear'; readonly place: string }
  | { readonly do: 'reset'; readonly place: string };

type By = Pick<Participant, 'id' | 'name'>;

/** What can happen to the settings, by kind of event. */
export interface SettingEvents {
  saved: { readonly changes: readonly SettingChange[]; readonly note?: string | undefined };
  /** The changes of a version are taken back. */
  undone: { readonly version: number };
}

/** One version: the number of its event in the log. */
export interface SettingsVersion {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: By;
  readonly changes: readonly SettingChange[];
  readonly note?: string | undefined;
  /** Taken back by this event. */
  readonly undone?: { readonly version: number; readonly at: number; readonly by: By };
}

/** All versions, as of an event. */
export interface SettingsVersions {
  /** Number of the newest event; 0 before any. */
  readonly head: number;
  readonly all: readonly SettingsVersion[];
}

/** Before anything was set. */
export const NO_SETTINGS: SettingsVersions = { head: 0, all: [] };

/** The versions after one more event. What another program wrote and this one cannot read changes nothing. */
export function foldSettings(versions: SettingsVersions, { seq, at, from, kind, body }: ChatEvent): SettingsVersions {
  const by = { id: from.id, ...(from.name === undefined ? {} : { name: from.name }) };
  const next = { ...versions, head: seq };
  if (kind === 'saved') {
    const { changes, note } = body as unknown as SettingEvents['saved'];
    if (!Array.isArray(changes)) return next;
    return { ...next, all: [...versions.all, { version: seq, at, by, changes, note }] };
  }
  if (kind !== 'undone') return next;
  const { version } = body as unknown as SettingEvents['undone'];
  return {
    ...next,
    all: versions.all.map((one) =>
      one.version === version && !one.undone ? { ...one, undone: { version: seq, at, by } } : one,
    ),
  };
}

/** What holds at a place, and since which version. */
export interface Held {
  readonly change: SettingChange;
  readonly version: number;
}

/** The versions as they were right before one of them. */
export const before = ({ all }: SettingsVersions, version: number): SettingsVersions => ({
  head: version - 1,
  all: all.flatMap(({ undone, ...one }) =>
    one.version >= version ? [] : [undone && undone.version < version ? { ...one, undone } : one],
  ),
});

/** The versions as they would be without one of them. */
export const without = ({ head, all }: SettingsVersions, version: number): SettingsVersions => ({
  head,
  all: all.filter((one) => one.version !== version),
});

/** The newest change of each place that was not taken back. */
export function heldBy({ all }: SettingsVersions): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  for (const { version, changes, undone } of all)
    if (!undone) for (const change of changes) held.set(change.place, { change, version });
  return held;
}

/** The newest event after `base` that touched one of the places: who looked at `base` has not seen it. */
export function touchedSince(
  { all }: SettingsVersions,
  base: number,
  places: ReadonlySet<string>,
): SettingsVersion | undefined {
  return all.findLast(
    ({ version, undone, changes }) =>
      Math.max(version, undone?.version ?? 0) > base && changes.some(({ place }) => places.has(place)),
  );
}
