import type { ClientOptions } from '@xiaoer/core';
import { eventFor, fakeProfile } from '@xiaoer/core/testing';
import { tabOf } from './tab-talk.ts';

/** A profile whose tabs do not hear of each other. */
const ALONE = { without: ['locks', 'channel'] } as const;

/** A tab whose first op is in the log, in a profile whose tabs do not hear of each other. */
export async function begun(profile = fakeProfile(ALONE), options: Partial<ClientOptions> = {}) {
  const tab = tabOf(profile, options);
  tab.client.connect();
  await tab.say('zero');
  await tab.greet();
  const op = tab.server.op('zero');
  tab.server.ack(op, 1);
  tab.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  return { profile, tab, conversation: op.conversation };
}
