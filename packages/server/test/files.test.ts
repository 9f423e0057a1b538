import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { png } from '../../core/test/attachment-files.ts';
import { uploadsIn } from '../src/engines/schema.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createFileLinks } from '../src/uploads/file-links.ts';
import { fileName, saveAs } from '../src/uploads/file-name.ts';
import { DAY } from '../src/uploads/upload-rows.ts';
import { createUploads } from '../src/uploads/uploads.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, openInn, ownOrigin } from './inn.ts';
import { call, put, sendOp, uploadId, visitor } from './upload-calls.ts';

const TALK = 'conversation-of-mei-1';

/** Mei has sent a picture; the path in its event. */
async function sent(inn: { readonly port: number }): Promise<string> {
  await put(inn, 'mei', 'a', png());
  const { body } = await sendOp(inn, 'mei', TALK, 'image', {
    upload: uploadId('a'),
    width: 1,
    height: 1,
    name: '裂口.html',
  });
  return String(body['url']);
}

test('a file comes by a link that was signed for its reader, to be saved and never shown', async () => {
  const inn = await openInn();
  const url = await sent(inn);
  const { json } = await call(inn, 'POST', `${url}/link`, visitor('mei'));
  const link = String(json['url']);
  const got = await call(inn, 'GET', link, {});
  expect(got.status).toBe(200);
  expect(got.bytes.equals(png())).toBe(true);
  const shown = ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'];
  expect([...shown, 'cross-origin-resource-policy', 'cache-control'].map((name) => got.headers.get(name))).toEqual([
    'image/png',
    `attachment; filename="__.html.png"; filename*=UTF-8''%E8%A3%82%E5%8F%A3.html.png`,
    'nosniff',
    "default-src 'none'; sandbox",
    'same-origin',
    'private, no-transform, max-age=600',
  ]);
  expect((await call(inn, 'GET', link, visitor('mei'))).status).toBe(200);
});

test('a link of another shopper, without a signature, or changed is 403', async () => {
  const inn = await openInn();
  const url = await sent(inn);
  const { json } = await call(inn, 'POST', `${url}/link`, visitor('mei'));
  const link = String(json['url']);
  const status = async (path: string, who?: string) => (await call(inn, 'GET', path, who ? visitor(who) : {})).status;
  expect(await status(link, 'lin')).toBe(403);
  expect(await status(url)).toBe(403);
  expect(await status(link.replace(/until=\d+/, (all) => `${all}9`))).toBe(403);
  expect(await status(link.replace(/sign=./, (all) => (all === 'sign=A' ? 'sign=B' : 'sign=A')))).toBe(403);
  expect(await status(link.replace(TALK, 'conversation-of-lin-1'))).toBe(403);
  expect((await call(inn, 'POST', `${url}/link`, visitor('lin'))).status).toBe(403);
  expect((await call(inn, 'POST', `${url}/link`, {})).status).toBe(401);
  // Lin sends a file of her own; Mei's signature does not open it.
  await put(inn, 'lin', 'b', png());
  const lin = await sendOp(inn, 'lin', 'conversation-of-lin-1', 'file', { upload: uploadId('b') });
  expect(await status(`${lin.body['url']}?${link.split('?')[1]}`)).toBe(403);
});

test('an agent reads by the cookie; a shopper with that link, or without the cookie, does not', async () => {
  const inn = await openInn();
  const url = await sent(inn);
  const agent = { Cookie: await agentCookie(inn), Origin: ownOrigin(inn) };
  const { json } = await call(inn, 'POST', `/desk${url}/link`, agent);
  const link = String(json['url']);
  expect((await call(inn, 'GET', link, agent)).status).toBe(200);
  expect((await call(inn, 'GET', link, visitor('mei'))).status).toBe(403);
  expect((await call(inn, 'GET', link.replace('/desk', ''), {})).status).toBe(403);
  const other = { Cookie: await agentCookie(inn, 'Song'), Origin: ownOrigin(inn) };
  expect((await call(inn, 'GET', link, other)).status).toBe(403);
});

test('a link is over after ten minutes', () => {
  let now = 1_000;
  const links = createFileLinks('key', () => now);
  const linked = { conversation: 'c', file: 'f', reader: 'r' };
  const query = new URLSearchParams(links.sign(linked).query);
  now += 599_999;
  expect(links.check(linked, query)).toBe('good');
  now += 1;
  expect(links.check(linked, query)).toBe('over');
  expect(links.check({ ...linked, reader: 's' }, query)).toBe('forged');
  expect(createFileLinks('other', () => now).check(linked, query)).toBe('forged');
});

test('deleting the key of a shopper makes the file unreadable at once, and the next sweep deletes it', async () => {
  const dataDir = makeFolder();
  const inn = await openInn({ dataDir });
  const url = await sent(inn);
  const { json } = await call(inn, 'POST', `${url}/link`, visitor('mei'));
  await inn.store.run('DELETE FROM subject_key');
  expect((await call(inn, 'GET', String(json['url']), {})).status).toBe(410);
  await inn.close();
  const store = await openSqliteStore(inn.store.path);
  const uploads = createUploads({
    store,
    shop: 'inn',
    folder: uploadsIn(dataDir),
    now: Date.now,
    log: () => undefined,
  });
  await uploads.sweep();
  expect(readdirSync(uploadsIn(dataDir))).toEqual([]);
  uploads.close();
  await store.close();
});

test('what arrived of a body that broke off is kept, and a later request takes the place of one that hangs', async () => {
  const folder = makeFolder();
  const store = await openSqliteStore(join(folder, 'log.db'));
  const files = join(folder, 'uploads');
  const uploads = createUploads({ store, shop: 'inn', folder: files, now: Date.now, log: () => undefined });
  const from = { principal: 'p', subject: 'p', quota: 1_000_000 };
  const whole = Buffer.from(png('x'.repeat(400_000)));
  const size = whole.length;
  let offset = 0;
  for (const cut of [1, 65_535, 65_537, 262_145]) {
    const broken = Readable.from(
      (function* () {
        for (let at = 0; at < cut; at += 10_000) yield whole.subarray(offset + at, offset + Math.min(cut, at + 10_000));
        throw new Error('the connection broke');
      })(),
    );
    await expect(uploads.take(from, 'a', { offset, size }, broken)).rejects.toThrow('broke');
    offset += cut;
    expect(uploads.state('p', 'a')).toEqual({ size, received: offset });
  }
  const hanging = new Readable({ read: () => undefined });
  const first = uploads.take(from, 'a', { offset, size }, hanging).catch(() => 'ended');
  const second = uploads.take(from, 'a', { offset, size }, Readable.from([whole.subarray(offset)]));
  expect(await second).toEqual({ size, received: size, type: 'image/png' });
  expect(await first).toBe('ended');
  await uploads.attach('p', { conversation: TALK, subject: 'p' }, { kind: 'image', upload: 'a', name: undefined });
  const [file = ''] = readdirSync(files);
  const read = await uploads.read(TALK, file);
  expect(typeof read === 'object' && read.bytes.equals(whole)).toBe(true);
  uploads.close();
  await store.close();
});

test('after a day what was not sent is swept, half or whole, and what was sent stays', async () => {
  const folder = makeFolder();
  const store = await openSqliteStore(join(folder, 'log.db'));
  let now = 1_000_000_000_000;
  const files = join(folder, 'uploads');
  const uploads = createUploads({ store, shop: 'inn', folder: files, now: () => now, log: () => undefined });
  const from = { principal: 'p', subject: 'p', quota: 1_000_000 };
  const take = (id: string, size = png().length) =>
    uploads.take(from, id, { offset: 0, size }, Readable.from([Buffer.from(png())]));
  await take('sent');
  await take('whole');
  await take('half', 900);
  expect(
    await uploads.attach('p', { conversation: TALK, subject: 'p' }, { kind: 'image', upload: 'sent', name: undefined }),
  ).toMatchObject({
    type: 'image/png',
  });
  await uploads.cancel('p', 'sent');
  now += DAY - 1;
  await uploads.sweep();
  expect(readdirSync(files)).toHaveLength(3);
  now += 2;
  await uploads.sweep();
  expect(readdirSync(files)).toHaveLength(1);
  expect(['sent', 'whole', 'half'].map((id) => uploads.state('p', id)?.received)).toEqual([
    png().length,
    undefined,
    undefined,
  ]);
  uploads.close();
  await store.close();
});

test('names lose their path, what turns text and the ending that lies', () => {
  expect(fileName('C:\\fakepath\\../Invoice.pdf', 'application/pdf')).toBe('Invoice.pdf');
  expect(fileName('invoice\u202Efdp.exe', 'application/pdf')).toBe('invoicefdp.exe.pdf');
  expect(fileName('photo.JPEG', 'image/jpeg')).toBe('photo.JPEG');
  expect(fileName(undefined, 'image/png')).toBe('image.png');
  expect(fileName('...', 'text/plain')).toBe('file.txt');
  expect(saveAs('a"b\r\n.txt')).toBe(`attachment; filename="a_b__.txt"; filename*=UTF-8''a%22b%0D%0A.txt`);
});
