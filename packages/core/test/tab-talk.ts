import type { ClientOptions } from '@xiaoer/core';
import { type FakeProfile, type FakeTab, fakeProfile } from '@xiaoer/core/testing';
import { type Talk, talk } from './talk.ts';

/** A client in one tab of a browser profile. */
export interface TabTalk extends Talk {
  readonly env: FakeTab;
}

/** Starts a client in another tab of a profile; nothing is connected yet. */
export function tabOf(profile: FakeProfile, options: Partial<ClientOptions> = {}): TabTalk {
  const env = profile.tab();
  return { ...talk({ openStore: profile.open, resume: true, ...options, env }), env };
}

/** A profile whose first tab leads and whose second follows it. `c` is the name of their conversation. */
export async function twoTabs(profile = fakeProfile()) {
  const first = tabOf(profile);
  first.client.connect();
  await first.greet(null);
  const second = tabOf(profile);
  second.client.connect();
  await second.greet(null);
  await profile.settle();
  first.server.heard();
  second.server.heard();
  return { profile, first, second };
}
