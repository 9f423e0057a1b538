import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createAccounts } from '../src/identity/accounts.ts';
import { createAgents } from '../src/identity/agents.ts';
import { newTotpSecret, totpAddress, totpCode, totpStep } from '../src/identity/totp.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const PASSWORD = 'four quilts in a row';
const MINUTE = 60_000;

async function open() {
  const store = await openSqliteStore(join(makeFolder(), 'inn.db'));
  onTestFinished(() => store.close());
  const clock = { now: 1_800_000_000_000 };
  const tables = { reader: store.reader, run: store.run };
  const agents = createAgents(tables, () => clock.now);
  return { clock, store, tables, agents, accounts: createAccounts(tables, () => clock.now) };
}

const codeAt = (secret: string, now: number) => totpCode(secret, Math.floor(now / 30_000));

test('codes are those of RFC 6238, good for half a minute on either side, and once', () => {
  // The secret of the RFC's own table: 12345678901234567890.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect([59, 1_111_111_109, 20_000_000_000].map((s) => totpCode(secret, Math.floor(s / 30)))).toEqual([
    '287082',
    '081804',
    '353130',
  ]);
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const at = (s: number, used = 0) => totpStep(secret, '287 082', s * 1_000, used);
  expect([at(0), at(30), at(59), at(89), at(90), at(59, 1)]).toEqual([1, 1, 1, 1, undefined, undefined]);
  expect(totpStep(secret, '', 59_000, 0)).toBeUndefined();
  expect(totpAddress(secret, '云来', 'Lin Yue')).toBe(
    `otpauth://totp/${encodeURIComponent('云来:Lin Yue')}?secret=${secret}&issuer=${encodeURIComponent('云来')}`,
  );
});

test('by name and password, kept as argon2id; who has none, or is not there, is told the same', async () => {
  const { accounts, agents, store } = await open();
  const { id } = await agents.add('Tang');
  await agents.add('Lin');
  expect(await accounts.setPassword(id, 'short')).toContain('10 to 200');
  expect(await accounts.setPassword(id, PASSWORD)).toBeUndefined();
  const [kept] = store.reader.prepare('SELECT hash FROM agent_password').all();
  expect(String(kept?.['hash'])).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const tries = [];
  for (const [name, password] of [
    ['Tang', PASSWORD],
    ['Tang', 'wrong'],
    ['Lin', PASSWORD],
    ['Nobody', PASSWORD],
  ] as const)
    tries.push(await accounts.signIn(name, password, undefined, '10.0.0.1'));
  expect(tries).toEqual([{ agent: id }, { wrong: true }, { wrong: true }, { wrong: true }]);
});

test('guessing is slowed for a name, over restarts and many at once, and for an address later', async () => {
  const { accounts, agents, clock, tables } = await open();
  const { id } = await agents.add('Tang');
  await accounts.setPassword(id, PASSWORD);
  const guess = (name = 'Tang', address = '10.0.0.1') => accounts.signIn(name, 'wrong', undefined, address);
  const first = await Promise.all(Array.from({ length: 9 }, () => guess()));
  expect(first.filter((one) => 'wrong' in one)).toHaveLength(6);
  expect(first.filter((one) => 'waitMs' in one)).toEqual(Array(3).fill({ waitMs: 2_000 }));
  // The right password waits as well, from wherever it comes, and after a restart.
  const again = createAccounts(tables, () => clock.now);
  expect(await again.signIn('Tang', PASSWORD, undefined, '10.0.0.2')).toEqual({ waitMs: 2_000 });
  clock.now += 2_000;
  expect(await guess()).toEqual({ wrong: true });
  expect(await guess()).toEqual({ waitMs: 4_000 });
  for (let n = 0; n < 12; n++) {
    clock.now += 15 * MINUTE;
    await guess();
  }
  expect(await guess()).toEqual({ waitMs: 15 * MINUTE });
  clock.now += 15 * MINUTE;
  expect(await again.signIn('Tang', PASSWORD, undefined, '10.0.0.2')).toEqual({ agent: id });
  expect(await guess()).toEqual({ wrong: true });
});

test('with a second factor a password alone asks for a code; each code is good once', async () => {
  const { accounts, agents, clock } = await open();
  const { id } = await agents.add('Tang');
  await accounts.setPassword(id, PASSWORD);
  const secret = await accounts.beginTotp(id);
  const signIn = (code?: string) => accounts.signIn('Tang', PASSWORD, code, '10.0.0.1');
  // It counts from its first code on.
  expect([accounts.hasTotp(id), await signIn()]).toEqual([false, { agent: id }]);
  expect(await accounts.prove(id, '000000', 's')).toBe(false);
  expect(await accounts.prove(id, codeAt(secret, clock.now), 's')).toBe(true);
  expect([accounts.hasTotp(id), accounts.isProved(id, 's'), accounts.isProved(id, 'other')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([await signIn(), await signIn('123')]).toEqual([{ needs: 'code' }, { wrong: true }]);
  expect(await signIn(codeAt(secret, clock.now))).toEqual({ wrong: true });
  clock.now += 30_000;
  const code = codeAt(secret, clock.now);
  expect([await signIn(code), await signIn(code)]).toEqual([{ agent: id }, { wrong: true }]);
  clock.now += 10 * MINUTE;
  expect(accounts.isProved(id, 's')).toBe(false);
  for (let n = 0; n < 6; n++) await accounts.prove(id, '000000', 's');
  expect(await accounts.prove(id, codeAt(secret, clock.now), 's')).toEqual({ waitMs: 2_000 });
  await accounts.endTotp(id);
  expect(accounts.isProved(id, 'other')).toBe(true);
});

test('over HTTP: signed in by password, browsers are listed, and one that is signed out is out of its link at once', async () => {
  const server = await openInn();
  const origin = ownOrigin(server);
  const cookie = await agentCookie(server, 'Tang', 'admin');
  const post = (path: string, body: object, headers: Record<string, string> = { cookie }) =>
    ask(server, path, { method: 'POST', headers: { origin, ...headers }, body: JSON.stringify(body) });
  expect((await post('/desk/api/account/password', { password: PASSWORD })).status).toBe(200);
  const came = await post('/desk/sign-in', { name: 'Tang', password: PASSWORD }, { 'user-agent': 'Phone/1' });
  const phone = String(came.headers['set-cookie']).split(';', 1)[0] ?? '';
  expect([came.status, /HttpOnly; SameSite=Strict/.test(String(came.headers['set-cookie']))]).toEqual([200, true]);
  const account = async () => JSON.parse((await ask(server, '/desk/api/account', { headers: { cookie } })).text);
  const { sessions } = (await account()) as {
    sessions: { name: string; browser: string; how: string; here: boolean }[];
  };
  expect(sessions.map(({ browser, how, here }) => [browser, how, here]).sort()).toEqual([
    ['', 'link', true],
    ['Phone/1', 'password', false],
  ]);
  const line = await dial(server, '/desk/ws', { cookie: phone, origin });
  line.send(hello());
  await line.next('welcome');
  const other = sessions.find(({ here }) => !here)?.name;
  expect((await post('/desk/api/account/sessions/end', { session: other })).status).toBe(200);
  expect(await line.closed).toBe(1008);
  expect((await ask(server, '/desk/api/account', { headers: { cookie: phone } })).status).toBe(401);
  // Giving out and erasing ask for the second factor again.
  const { secret } = JSON.parse((await post('/desk/api/account/totp', {})).text) as { secret: string };
  expect((await post('/desk/api/account/prove', { code: codeAt(secret, Date.now()) })).status).toBe(200);
  const later = await agentCookie(server, 'Tang');
  const audit = await ask(server, '/desk/api/audit', { headers: { cookie: later } });
  expect([audit.status, JSON.parse(audit.text)]).toMatchObject([403, { code: 'prove' }]);
  expect((await post('/desk/api/account/totp/end', {}, { cookie: later })).text).toBe('{"code":"prove"}');
  expect((await ask(server, '/desk/api/audit', { headers: { cookie } })).text).toContain('"what":"sign-in"');
});
