import { before, type SettingsVersion, type SettingsVersions, without } from './setting.ts';
import { type Settings, settingsWith } from './shop-settings.ts';

/** What a place held; `value` is left out where nothing did. */
interface Was {
  readonly place: string;
  readonly value?: unknown;
}

/** A version as the desk tells it. */
export interface ToldVersion extends SettingsVersion {
  /** What its places held right before it. */
  readonly was: readonly Was[];
  /** What would be otherwise if it were taken back now; nothing, where later versions say something else. */
  readonly back?: readonly Was[] | undefined;
}

const at = (settings: Settings, place: string): Was => {
  const value = settings[place];
  return value === undefined ? { place } : { place, value };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Versions with what they changed, and what taking them back would. */
export function toldVersions(
  files: Settings,
  versions: SettingsVersions,
  which: readonly SettingsVersion[],
): readonly ToldVersion[] {
  const now = settingsWith(files, versions).settings;
  return which.map((version) => {
    const places = version.changes.map(({ place }) => place);
    const then = settingsWith(files, before(versions, version.version)).settings;
    const was = places.map((place) => at(then, place));
    if (version.undone) return { ...version, was };
    const after = settingsWith(files, without(versions, version.version)).settings;
    const back = places.filter((place) => !same(after[place], now[place])).map((place) => at(after, place));
    return { ...version, was, back };
  });
}
