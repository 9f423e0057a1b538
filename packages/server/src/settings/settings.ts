import type { Participant } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';
import { createShopLog } from '../shop-log.ts';
import type { ShopFolder } from '../shops/load-folder.ts';
import {
  foldSettings,
  NO_SETTINGS,
  type SettingChange,
  type SettingEvents,
  type SettingsVersion,
  type SettingsVersions,
  touchedSince,
} from './setting.ts';
import { folderWith, type HeldSettings, type Settings, settingsIn, settingsWith } from './shop-settings.ts';

/** Settings of a shop are kept under this name in the log of conversations. */
export const settingsOf = (shop: string): string => `${shop}#settings`;

/** Why something was not done. */
export type SettingsProblem =
  /** What is to be saved holds already. */
  | { readonly problem: 'unchanged' }
  | { readonly problem: 'not-found' }
  /** One of the places was changed meanwhile. */
  | { readonly problem: 'stale'; readonly by: SettingsVersion }
  | { readonly problem: 'busy' };

/** What is to be saved. */
export interface SettingsWish {
  readonly changes: readonly SettingChange[];
  readonly note?: string | undefined;
  /** The newest event that it was looked at with: where one of its places was changed since, it is not saved. */
  readonly base?: number | undefined;
}

/** What a merchant has set, over what the shop's files say. */
export interface ShopSettings {
  /** The shop as it is now. What the assistant knows is the same object until something of it changes. */
  folder(): ShopFolder;
  /** What the files say, by place. */
  readonly files: Settings;
  held(): HeldSettings;
  versions(): SettingsVersions;
  /** Reads what is recorded. */
  load(): Promise<void>;
  /** Once for the same `id` of an author. */
  save(wish: SettingsWish, author: Participant, id: string): Promise<SettingsVersion | SettingsProblem>;
  undo(version: number, author: Participant, id: string): Promise<SettingsVersions | SettingsProblem>;
}

type Change = {
  readonly [K in keyof SettingEvents]: { readonly kind: K; readonly body: SettingEvents[K] };
}[keyof SettingEvents];

/** What the assistant is made of, as far as settings say it. */
const SPEAKS = ['shop', 'flows', 'flowsOff'] as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The settings of a shop. `onChange` is told when the assistant must be made anew of them. */
export function createShopSettings(about: {
  readonly log: Pick<Log, 'find' | 'head' | 'insert' | 'read'>;
  readonly folder: ShopFolder;
  readonly now: () => number;
  readonly onChange: () => Promise<void>;
}): ShopSettings {
  const { log, now, onChange } = about;
  const { id: shop } = about.folder.knowledge.shop;
  const files = settingsIn(about.folder);
  const record = createShopLog<SettingsVersions, Change>({
    ...{ log, now, fold: foldSettings, empty: NO_SETTINGS },
    id: `settings:${shop}`,
    space: settingsOf(shop),
  });
  let held: HeldSettings = { settings: files, problems: [] };
  let folder = about.folder;
  let lane: Promise<unknown> = Promise.resolve();

  /** True when what the assistant speaks from is something else now. */
  function take(): boolean {
    held = settingsWith(files, record.state());
    const next = folderWith(about.folder, held.settings);
    const speaksAlike = SPEAKS.every((part) => same(next.knowledge[part], folder.knowledge[part]));
    const repliesAlike = same(next.replies, folder.replies);
    folder = {
      ...next,
      knowledge: speaksAlike ? folder.knowledge : next.knowledge,
      replies: repliesAlike ? folder.replies : next.replies,
    };
    return !(speaksAlike && repliesAlike);
  }

  /** One thing after the other: each is looked at with what the one before it left. */
  function alone<T>(task: () => Promise<T>): Promise<T> {
    const next = lane.then(task, task);
    lane = next.catch(() => undefined);
    return next;
  }

  const versionOf = (n: number) => record.state().all.find(({ version }) => version === n);

  const changesSomething = (changes: readonly SettingChange[]): boolean =>
    !same(
      settingsWith(files, record.state()).settings,
      settingsWith(files, {
        ...record.state(),
        all: [...record.state().all, { version: 0, at: 0, by: { id: '' }, changes }],
      }).settings,
    );

  return {
    files,
    folder: () => folder,
    held: () => held,
    versions: record.state,
    async load() {
      await record.load();
      take();
    },
    save: (wish, author, id) =>
      alone(async () => {
        await record.load();
        const repeat = await record.find(author, id);
        const known = repeat === undefined ? undefined : versionOf(repeat);
        if (known) return known;
        const places = new Set(wish.changes.map(({ place }) => place));
        const stale = (state: SettingsVersions) =>
          wish.base === undefined ? undefined : touchedSince(state, wish.base, places);
        const by = stale(record.state());
        if (by) return { problem: 'stale', by };
        if (!changesSomething(wish.changes)) return { problem: 'unchanged' };
        const body = { changes: wish.changes, note: wish.note };
        // Another process may save in between.
        const done = await record.append({ kind: 'saved', body }, author, id, (state) => stale(state) && 'stale');
        if (typeof done === 'string') {
          const other = stale(record.state());
          return other ? { problem: 'stale', by: other } : { problem: 'busy' };
        }
        if (take()) await onChange();
        return versionOf(done) ?? { problem: 'busy' };
      }),
    undo: (version, author, id) =>
      alone(async () => {
        const versions = await record.load();
        if (!versions.all.some((one) => one.version === version && !one.undone))
          return (await record.find(author, id)) === undefined ? { problem: 'not-found' } : versions;
        const done = await record.append({ kind: 'undone', body: { version } }, author, id);
        if (typeof done === 'string') return { problem: 'busy' };
        if (take()) await onChange();
        return record.state();
      }),
  };
}
