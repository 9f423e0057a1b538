import { foldVersions, NO_VERSIONS, type VersionEvents, type Versions } from '@xiaoer/assistant/learning';
import type { Log } from '@xiaoer/host';
import { createShopLog, type ShopLog } from '../shop-log.ts';

/** Versions of a shop are kept under this name in the log of conversations. */
export const knowledgeOf = (shop: string): string => `${shop}#knowledge`;

/** Something that is to be recorded. */
export type VersionChange = {
  readonly [K in keyof VersionEvents]: { readonly kind: K; readonly body: VersionEvents[K] };
}[keyof VersionEvents];

/** What the assistant of a shop was taught, as an append-only log. */
export interface VersionLog extends Omit<ShopLog<Versions, VersionChange>, 'state'> {
  /** As of the newest event that was read. */
  versions(): Versions;
}

/** The versions of a shop, in the same store as its conversations. */
export function createVersionLog({
  log,
  shop,
  now,
}: {
  readonly log: Pick<Log, 'find' | 'head' | 'insert' | 'read'>;
  readonly shop: string;
  readonly now: () => number;
}): VersionLog {
  const { state, load, find, append } = createShopLog<Versions, VersionChange>({
    ...{ log, now, fold: foldVersions, empty: NO_VERSIONS },
    id: `knowledge:${shop}`,
    space: knowledgeOf(shop),
  });
  return { versions: state, load, find, append };
}
