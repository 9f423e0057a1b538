import type { Env } from '@xiaoer/core/env';
import type { Participant } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';
import { botOf } from './bot-participant.ts';
import { createShopSettings, type ShopSettings } from './settings/settings.ts';
import type { ShopFolder } from './shops/load-folder.ts';
import { opensNext } from './shops/opening-hours.ts';

/** The settings of a shop as they were recorded, and what the host asks of them with each answer. */
export async function openSettings(about: {
  readonly env: Pick<Env, 'now'>;
  readonly log: Log;
  readonly folder: ShopFolder;
  /** Makes the assistant anew. */
  readonly renew: () => Promise<void>;
}): Promise<{
  readonly settings: ShopSettings;
  readonly bot: () => Participant;
  readonly opensAt: () => number | undefined;
}> {
  const { env, log, folder, renew } = about;
  const settings = createShopSettings({ log, folder, now: env.now, onChange: renew });
  await settings.load();
  return {
    settings,
    bot: () => botOf(settings.folder().knowledge),
    opensAt() {
      const { hours, knowledge } = settings.folder();
      return hours && opensNext(hours, knowledge.shop.timeZone ?? 'UTC', env.now());
    },
  };
}
