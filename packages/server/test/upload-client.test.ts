import { memoryStore } from '@xiaoer/core';
import { fakeEnv } from '@xiaoer/core/testing';
import { createUploads, type UploadFetch } from '@xiaoer/core/uploads';
import { expect, test } from 'vitest';
import { png } from '../../core/test/attachment-files.ts';
import { createNodeEnv } from '../src/node-env.ts';
import { makeFolder } from './folder.ts';
import { openInn } from './inn.ts';
import { call, putAndCut, sendOp, uploadId, visitor } from './upload-calls.ts';

const PICTURE = png('x'.repeat(900_000));

test('the client brings a file through cuts and a restart of the server, whole and once', async () => {
  const dataDir = makeFolder();
  let inn = await openInn({ dataDir });
  const id = uploadId('a');
  const cuts = [0, 1, 99_999, 262_143];
  let restarts = 0;
  const torn: number[] = [];
  const fetchTorn: UploadFetch = async (address, init) => {
    const offset = Number(new URL(address).searchParams.get('offset'));
    const cut = init.method === 'PUT' ? cuts.shift() : undefined;
    if (cut !== undefined) {
      torn.push(offset);
      await putAndCut(inn, 'mei', 'a', PICTURE, offset, cut);
      throw new TypeError('failed to fetch');
    }
    const response = await fetch(address, { ...init, body: init.body ?? null, signal: init.signal ?? null });
    if (init.method === 'PUT' && restarts++ === 0) {
      // Killed between taking the piece and saying so.
      await inn.close();
      inn = await openInn({ dataDir });
      throw new TypeError('failed to fetch');
    }
    return response;
  };
  // The clock of the machine, and waits that are over at once.
  const env = { ...createNodeEnv(() => undefined), lifecycle: fakeEnv().lifecycle };
  const timer = env.timer;
  const uploads = createUploads({
    env: { ...env, timer: (task, ms) => timer(task, ms > 30_000 ? ms : 1) },
    store: memoryStore(),
    server: {
      fetch: fetchTorn,
      address: (name) => `http://127.0.0.1:${inn.port}/upload/${name}`,
      credential: async () => visitor('mei')['Authorization'],
    },
  });
  await uploads.start(PICTURE, id);
  await expect.poll(() => uploads.states.value.get(id), { timeout: 20_000 }).toEqual({ kind: 'done' });
  expect([cuts, restarts > 1, torn.length]).toEqual([[], true, 4]);
  uploads.close();

  const { body } = await sendOp(inn, 'mei', 'conversation-of-mei-1', 'image', { upload: id, width: 4, height: 3 });
  const { json } = await call(inn, 'POST', `${body['url']}/link`, visitor('mei'));
  expect((await call(inn, 'GET', String(json['url']), {})).bytes.equals(PICTURE)).toBe(true);
});
