import type { ClientOptions } from '@xiaoer/core';
import { fakeProfile } from '@xiaoer/core/testing';
import { type AttachingClient, attachments } from '@xiaoer/core/uploads';
import { beforeAll } from 'vitest';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { png } from './attachment-files.ts';
import { tabOf } from './tab-talk.ts';
import { scripted } from './upload-side.ts';

beforeAll(() => attachPart());

export const PICTURE = png('x'.repeat(600_000));
export const SIZE = { kind: 'image', width: 3, height: 2 } as const;

/**
 * A profile whose first tab leads and whose second follows, each with an HTTP side that tells who asked, and answers none
 * that is cut off. `options`: of the first.
 */
export async function attachingTabs(profile = fakeProfile(), options: Partial<ClientOptions> = {}) {
  const side = scripted();
  const asked: string[] = [];
  const cutOff = new Set<string>();
  const tab = async (name: string, more: Partial<ClientOptions> = {}) => {
    const talk = tabOf(profile, {
      ...more,
      attachments: attachments({
        fetch(address, init) {
          asked.push(name);
          return cutOff.has(name) ? Promise.reject(new TypeError('cut off')) : side.fetch(address, init);
        },
        address: 'https://chat.example',
        painter: null,
      }),
    });
    talk.client.connect();
    await talk.greet(null);
    const client = talk.client as AttachingClient;
    const rows = () =>
      client.messages.value.map(({ content, status, seq, error }) =>
        [seq ?? '-', content.kind, status, error].filter((part) => part !== undefined).join(' '),
      );
    return { ...talk, client, rows };
  };
  const first = await tab('first', options);
  const second = await tab('second');
  await profile.settle();
  return { profile, side, asked, cutOff, tab, first, second };
}
