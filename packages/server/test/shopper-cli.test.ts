import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { append, dial, hello, openInn } from './inn.ts';
import { openInnProcess } from './inn-process.ts';
import { conversationId } from './made-up.ts';
import { put, secretOf, uploadId } from './upload-calls.ts';

const ROOM = conversationId('room');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const shopper = (dataDir: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [built('shopper-cli.js'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  })
    .then(({ stdout }) => stdout.trim())
    .catch((error: { stderr: string }) => `failed: ${error.stderr.trim()}`);

/** A visitor's line and picture. */
async function write(server: { readonly port: number }) {
  const page = await dial(server, '/ws');
  page.send(hello({ secret: secretOf('mei') }));
  await page.next('welcome');
  page.send(append(ROOM, 'a1', '<b>门铃</b> & so on'));
  await page.next('ack');
  await put(server, 'mei', 'picture', PNG);
  const body = { upload: uploadId('picture'), width: 1, height: 1, name: 'door.png' };
  page.send({ t: 'append', conversation: ROOM, id: 'a2', kind: 'image', body });
  await page.next((frame) => frame.t === 'ack' && frame['id'] === 'a2');
  return page;
}

test('the command gives out everything as JSON and as a page, and erases once one is sure, while no server runs', async () => {
  // A process of its own: in this one a closed database stays locked until its statements are collected.
  const inn = await openInnProcess();
  const { dataDir } = inn;
  await write(inn);
  await inn.kill();
  const folder = join(makeFolder(), 'out');
  expect(await shopper(dataDir, 'export', ROOM, '--to', folder, '--locale', 'zh-CN')).toMatch(
    /out holds 1 conversations, 0 tickets and 1 files of /,
  );
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readFileSync(join(folder, 'files', '1-door.png'))).toEqual(PNG);
  const data = JSON.parse(readFileSync(join(folder, 'export.json'), 'utf8'));
  expect(data).toMatchObject({
    shop: 'inn',
    conversations: [
      {
        id: ROOM,
        events: expect.arrayContaining([expect.objectContaining({ body: { text: '<b>门铃</b> & so on' } })]),
      },
    ],
    files: [{ name: 'door.png', type: 'image/png', size: PNG.length, path: 'files/1-door.png' }],
    looks: [{ by: 'command', what: 'export' }],
  });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).toContain('&lt;b&gt;门铃&lt;/b&gt; &amp; so on');
  expect(page).toContain('<img src="files/1-door.png"');
  expect(page).toContain('<html lang="zh-CN">');
  expect(await shopper(dataDir, 'export', ROOM, '--to', folder)).toContain('is there already');
  expect(await shopper(dataDir, 'erase', ROOM)).toContain('Say --yes to do it');
  expect(await shopper(dataDir, 'erase', ROOM, '--yes')).toContain('is erased');
  expect(readdirSync(join(dataDir, 'uploads'))).toEqual([]);
  expect(await shopper(dataDir, 'erase', ROOM, '--yes')).toContain('nobody is known as');
  expect(await shopper(dataDir, 'forget', ROOM)).toContain('npm run shopper -- erase ID --yes');
});

test('while a server runs it is the server that erases, and whoever is connected is told at once', async () => {
  const dataDir = makeFolder();
  const server = await openInn({ dataDir });
  const page = await write(server);
  await page.next('events');
  expect(await shopper(dataDir, 'erase', ROOM, '--yes')).toContain('is erased');
  expect(await page.next((frame) => frame.t === 'reset' && frame['conversation'] === ROOM)).toMatchObject({
    serving: { mode: 'closed' },
  });
  expect(server.privacy.audit.entries(9).map(({ who, what }) => `${who} ${what}`)).toEqual([
    'command erase.done',
    'command erase.asked',
  ]);
});
