import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_BYTES } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { png, REFUSED } from '../../core/test/attachment-files.ts';
import { uploadsIn } from '../src/engines/schema.ts';
import { secretKey, signShopperToken, type TokenKeys } from '../src/identity/shopper-token.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, dial, hello, openInn, ownOrigin } from './inn.ts';
import { call, put, putAndCut, received, secretOf, sendOp, uploadId, visitor } from './upload-calls.ts';

const PICTURE = png('x'.repeat(700_000));
const SHOP_SECRET = 'a secret of the merchant, long enough';
const KEY = secretKey(SHOP_SECRET) as Extract<TokenKeys, { kind: 'secret' }>;
const LINS = 'conversation-of-lin-1';
const TALK = 'conversation-of-mei-1';

test('an upload that is cut again and again goes on where the server stands, and a repeat changes nothing', async () => {
  const inn = await openInn();
  // How much of a torn body arrives is chance. A wrong offset ends whatever still runs and is told the right one.
  const stands = async (): Promise<number> => {
    const { json } = await put(inn, 'mei', 'a', new Uint8Array(), PICTURE.length, PICTURE.length);
    return Number(json['received']);
  };
  let from = 0;
  for (const cut of [1, 65_535, 65_537, 300_000, 200_000]) {
    await putAndCut(inn, 'mei', 'a', PICTURE, from, cut);
    const now = await stands();
    expect(now).toBeGreaterThanOrEqual(from);
    expect(now).toBeLessThanOrEqual(from + cut);
    from = now;
  }
  expect(from).toBe(await received(inn, 'mei', 'a'));
  const wrong = await put(inn, 'mei', 'a', PICTURE.subarray(from + 5), from + 5, PICTURE.length);
  expect([wrong.status, wrong.json['code'], wrong.json['received']]).toEqual([409, 'offset', from]);
  const rest = await put(inn, 'mei', 'a', PICTURE.subarray(from), from, PICTURE.length);
  const whole = { size: PICTURE.length, received: PICTURE.length, type: 'image/png' };
  expect([rest.status, rest.json]).toEqual([200, whole]);
  expect((await put(inn, 'mei', 'a', new Uint8Array(), PICTURE.length, PICTURE.length)).json).toEqual(whole);
  expect((await put(inn, 'mei', 'a', PICTURE.subarray(0, 9), 0, 9)).json['code']).toBe('conflict');
});

test('a server that is started again in mid-upload has what it had, and nothing can be read in its files', async () => {
  const dataDir = makeFolder();
  const bytes = new TextEncoder().encode('my address is West Lake Road 9\n'.repeat(20_000));
  const first = await openInn({ dataDir });
  await put(first, 'mei', 'a', bytes.subarray(0, 200_001), 0, bytes.length);
  await first.close();
  const second = await openInn({ dataDir });
  expect(await received(second, 'mei', 'a')).toBe(200_001);
  expect((await put(second, 'mei', 'a', bytes.subarray(200_001), 200_001, bytes.length)).json['type']).toBe(
    'text/plain',
  );
  const stored = readdirSync(uploadsIn(dataDir)).map((name) => readFileSync(join(uploadsIn(dataDir), name)));
  expect(stored.map((file) => file.includes('West Lake'))).toEqual([false]);
  const { body } = await sendOp(second, 'mei', TALK, 'file', { upload: uploadId('a'), name: 'address.txt' });
  const { json } = await call(second, 'POST', `${body['url']}/link`, visitor('mei'));
  expect((await call(second, 'GET', String(json['url']), {})).bytes.equals(bytes)).toBe(true);
});

test('what is refused by its content or its size is refused, whatever it is called', async () => {
  const inn = await openInn();
  for (const [what, bytes] of REFUSED) {
    if (bytes.length === 0) continue;
    const { status, json } = await put(inn, 'mei', what, bytes);
    expect([what, status, json['code']]).toEqual([what, 415, 'file-type']);
    expect([what, await received(inn, 'mei', what)]).toEqual([what, 0]);
  }
  const large = await put(inn, 'mei', 'large', new Uint8Array(9), 0, FILE_BYTES + 1);
  expect([large.status, large.json['code']]).toEqual([413, 'too-large']);
  const longer = await put(inn, 'mei', 'longer', new Uint8Array(20), 0, 10);
  expect([longer.status, longer.json['code']]).toEqual([413, 'too-large']);
  const most = png('x'.repeat(FILE_BYTES - png('').length));
  expect(most.length).toBe(FILE_BYTES);
  expect((await put(inn, 'mei', 'most', most)).json['type']).toBe('image/png');
});

test('an identity has room for 64 MiB, cancelling gives room back, and another identity has its own', async () => {
  const inn = await openInn();
  const begin = (who: string, n: number) => put(inn, who, `part-${n}`, new Uint8Array(1), 0, FILE_BYTES);
  for (let n = 0; n < 6; n++) expect((await begin('mei', n)).status).toBe(200);
  expect((await begin('mei', 6)).json['code']).toBe('quota');
  expect((await begin('lin', 6)).status).toBe(200);
  expect((await call(inn, 'DELETE', `/upload/${uploadId('part-0')}`, visitor('mei'))).status).toBe(204);
  expect((await call(inn, 'DELETE', `/upload/${uploadId('part-0')}`, visitor('mei'))).status).toBe(204);
  expect((await begin('mei', 6)).status).toBe(200);
});

test('an op names a finished upload of its author, and the server says what it is', async () => {
  const inn = await openInn();
  await put(inn, 'mei', 'a', PICTURE);
  await put(inn, 'mei', 'half', PICTURE.subarray(0, 99), 0, PICTURE.length);
  const image = {
    upload: uploadId('a'),
    width: 4,
    height: 3,
    url: 'https://evil.example/x',
    type: 'text/html',
    bytes: 1,
  };
  const { code, body } = await sendOp(inn, 'mei', TALK, 'image', { ...image, name: 'tear.png' });
  expect(code).toBeUndefined();
  expect(body).toMatchObject({ bytes: PICTURE.length, type: 'image/png', name: 'tear.png', width: 4 });
  expect(body['url']).toMatch(new RegExp(`^/file/${TALK}/[0-9a-f]{32}$`));
  const refused = [
    await sendOp(inn, 'lin', 'conversation-of-lin-1', 'image', image),
    await sendOp(inn, 'mei', TALK, 'image', { ...image, upload: uploadId('half') }),
    await sendOp(inn, 'mei', TALK, 'voice', { upload: uploadId('a'), ms: 9 }),
    await sendOp(inn, 'mei', TALK, 'image', { ...image, upload: undefined }),
  ];
  expect(refused.map((one) => one.code)).toEqual(['not-found', 'not-found', 'not-found', 'invalid-body']);
});

test('only pages and people who may come in come in', async () => {
  const inn = await openInn({ origins: ['https://shop.example'] });
  const path = `/upload/${uploadId('a')}`;
  expect((await call(inn, 'GET', path, {})).json['code']).toBe('unauthenticated');
  expect((await call(inn, 'GET', path, { Authorization: 'Visitor short' })).json['code']).toBe('token-invalid');
  expect((await call(inn, 'GET', path, { Authorization: 'Bearer a.b.c' })).json['code']).toBe('token-invalid');
  expect((await call(inn, 'GET', `/desk${path}`, visitor('mei'))).status).toBe(401);
  const from = (origin: string) => ({ ...visitor('mei'), Origin: origin });
  expect((await call(inn, 'GET', path, from('https://evil.example'))).status).toBe(403);
  const asked = await call(inn, 'OPTIONS', path, { Origin: 'https://shop.example' });
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, 'https://shop.example']);
  expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization');
  expect((await call(inn, 'GET', path, from('https://shop.example'))).status).toBe(404);
});

test('an agent uploads for a conversation with the cookie, and the shopper reads it', async () => {
  const dataDir = makeFolder();
  const inn = await openInn({ dataDir });
  await sendOp(inn, 'mei', TALK, 'text', { text: 'hello' });
  const agent = { Cookie: await agentCookie(inn), Origin: ownOrigin(inn) };
  const path = `/desk/upload/${uploadId('a')}?offset=0&size=${PICTURE.length}`;
  expect((await call(inn, 'PUT', path, agent, PICTURE)).json['code']).toBe('forbidden');
  const done = await call(inn, 'PUT', `${path}&conversation=${TALK}`, agent, PICTURE);
  expect(done.json['type']).toBe('image/png');
  const desk = await dial(inn, '/desk/ws', agent);
  desk.send(hello());
  await desk.next('welcome');
  desk.send({ t: 'append', conversation: TALK, id: 'd0', kind: 'handoff', body: { state: 'joined' }, serving: 0 });
  expect(await desk.next((frame) => frame['id'] === 'd0')).toMatchObject({ t: 'ack' });
  const file = { upload: uploadId('a'), name: 'label.png' };
  desk.send({ t: 'append', conversation: TALK, id: 'd1', kind: 'file', body: file });
  expect(await desk.next((frame) => frame['id'] === 'd1')).toMatchObject({ t: 'ack' });
  const [stored = ''] = readdirSync(uploadsIn(dataDir));
  const { json } = await call(inn, 'POST', `/file/${TALK}/${stored}/link`, visitor('mei'));
  expect((await call(inn, 'GET', String(json['url']), {})).bytes.equals(PICTURE)).toBe(true);
  // It is sealed with Mei's key, so it cannot go to somebody else.
  await sendOp(inn, 'lin', LINS, 'text', { text: 'hello' });
  desk.send({ t: 'append', conversation: LINS, id: 'd2', kind: 'file', body: file });
  expect(await desk.next((frame) => frame['id'] === 'd2')).toMatchObject({ code: 'not-found' });
  // The id is the agent's: a shopper who names it has no such upload.
  expect((await sendOp(inn, 'mei', TALK, 'file', { upload: uploadId('a') })).code).toBe('not-found');
});

test("rule 12: what a visitor uploaded is the account's that claims the visitor, and the secret opens nothing any more", async () => {
  const inn = await openInn({ shopSecret: SHOP_SECRET });
  await sendOp(inn, 'mei', TALK, 'text', { text: 'hello' });
  await put(inn, 'mei', 'sent', PICTURE);
  await put(inn, 'mei', 'unsent', PICTURE);
  const image = { width: 4, height: 3 };
  const { body } = await sendOp(inn, 'mei', TALK, 'image', { ...image, upload: uploadId('sent') });
  const before = await call(inn, 'POST', `${body['url']}/link`, visitor('mei'));
  const line = await dial(inn, '/ws');
  const token = await signShopperToken(KEY, { shop: 'inn', sub: 'mei', name: '梅若雪' });
  line.send(hello({ token, claim: secretOf('mei') }));
  expect(await line.next('welcome')).toMatchObject({ claimed: true });
  line.send({
    t: 'append',
    conversation: TALK,
    id: 'a9',
    kind: 'image',
    body: { ...image, upload: uploadId('unsent') },
  });
  expect(await line.next((frame) => frame['id'] === 'a9')).toMatchObject({ t: 'ack' });
  expect((await call(inn, 'GET', `/upload/${uploadId('sent')}`, visitor('mei'))).json['code']).toBe('secret-revoked');
  expect((await call(inn, 'GET', String(before.json['url']), {})).status).toBe(403);
  const { json } = await call(inn, 'POST', `${body['url']}/link`, { Authorization: `Bearer ${token}` });
  expect((await call(inn, 'GET', String(json['url']), {})).bytes.equals(PICTURE)).toBe(true);
});
