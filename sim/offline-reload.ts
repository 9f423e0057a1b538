import type { Page } from './actors/page.ts';
import type { Profile } from './actors/profile.ts';
import { holdsLog } from './oracle/stored-logs.ts';
import type { Scene } from './scene.ts';

/** Without a server: long enough for a disk and for the merchant's token. */
const SHOW_MS = 3_000;

/** What a shopper of a profile saw when everything had come to rest. */
interface Seen {
  readonly profile: Profile;
  readonly user: string;
  readonly conversation: string;
}

const conversationOf = ({ oracle }: Scene, page: Page): string | undefined => oracle.range(page)?.version?.conversation;

/** What is on the screens. */
export function look(scene: Scene): readonly Seen[] {
  const seen = new Map<string, Seen>();
  for (const profile of scene.profiles)
    for (const page of profile.pages) {
      const conversation = page.life.alive() ? conversationOf(scene, page) : undefined;
      const user = page.user();
      if (conversation) seen.set(`${profile.name} ${user}`, { profile, user, conversation });
    }
  return [...seen.values()];
}

/**
 * After everything was destroyed: every shopper opens a page once more, without a server. Where it shows a conversation that
 * is the one that was shown before.
 */
export async function judgeReload(scene: Scene, seen: readonly Seen[]): Promise<void> {
  const { world, oracle, findings } = scene;
  for (const { profile, user, conversation } of seen) {
    for (const { life } of profile.pages) life.kill();
    profile.network.set('silent');
    profile.user = user;
    // An event of its own, so that there is one.
    world.after(0, () => void scene.open(profile));
    await world.run(world.now() + SHOW_MS, oracle.settled);
    const page = profile.pages.at(-1) as Page;
    const now = conversationOf(scene, page);
    const stored = [...profile.disk.databases.values()].some((rows) => holdsLog(rows, conversation));
    if (stored && now !== conversation)
      findings.problem(
        'offline it is the same conversation',
        `${page.name}, ${user || 'a visitor'}, shows ${now} instead of ${conversation}`,
      );
    page.client.destroy();
  }
}
