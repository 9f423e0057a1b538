import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createAccounts } from '../src/identity/accounts.ts';
import { createAgents } from '../src/identity/agents.ts';
import { createGroups } from '../src/identity/groups.ts';
import { createStaff } from '../src/identity/staff.ts';
import type { RunningServer } from '../src/server.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';
import { conversationId } from './made-up.ts';
import { secretOf } from './upload-calls.ts';

const PASSWORD = 'four quilts in a row';

async function open() {
  const store = await openSqliteStore(join(makeFolder(), 'inn.db'));
  onTestFinished(() => store.close());
  const agents = createAgents(store);
  const accounts = createAccounts(store);
  return { store, agents, accounts, groups: createGroups(store), staff: createStaff(store, agents, accounts) };
}

/** The addresses as a browser with this cookie asks for them. */
function browserOf(server: RunningServer, cookie: string) {
  const headers = { cookie, origin: ownOrigin(server) };
  const read = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
  return {
    async get(path: string) {
      const { status, text } = await ask(server, path, { headers });
      return { status, text, body: text.startsWith('{') ? read(text) : {} };
    },
    async post(path: string, body: object) {
      const { status, text } = await ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status, body: text.startsWith('{') ? read(text) : {} };
    },
  };
}

test('an admin cannot be locked out by oneself or as the last one, also by two who do it at the same moment', async () => {
  const { staff, agents } = await open();
  const lin = await agents.add('Lin', [], 'admin');
  const bo = await agents.add('Bo', [], 'admin');
  expect(await staff.change(lin.id, { role: 'agent' }, lin.id)).toBe('self');
  expect(await staff.remove(lin.id, lin.id)).toBe('self');
  const both = await Promise.all([staff.remove(bo.id, lin.id), staff.change(lin.id, { role: 'lead' }, bo.id)]);
  expect(both).toEqual([undefined, 'last-admin']);
  expect(agents.all().map(({ name, role }) => `${name} ${role}`)).toEqual(['Lin admin']);
  // Everything else of the last admin can be changed, also by that admin.
  expect(await staff.change(lin.id, { role: 'admin', groups: ['vip'], capacity: 3 }, lin.id)).toBeUndefined();
  expect(staff.all()).toMatchObject([{ name: 'Lin', groups: ['vip'], capacity: 3, browsers: 0, totp: false }]);
  expect(await staff.change('agent:none', { groups: [] }, lin.id)).toBe('not-found');
});

test('who was taken away comes in by nothing, keeps the name of what was done, and the name may be given again', async () => {
  const { staff, agents, accounts } = await open();
  const lin = await agents.add('Lin', [], 'admin');
  const tang = await agents.add('Tang', ['vip'], 'lead');
  const [late, session] = [await agents.invite(tang.id), (await agents.enter(tang.key)) ?? ''];
  await accounts.setPassword(tang.id, PASSWORD);
  expect(staff.all()[1]).toMatchObject({ name: 'Tang', browsers: 1, password: true, seenAt: expect.any(Number) });
  expect(await staff.remove(tang.id, lin.id)).toBeUndefined();
  expect(agents.find(session)).toBeUndefined();
  expect(await agents.enter(late)).toBeUndefined();
  expect(await accounts.signIn('Tang', PASSWORD, undefined, '10.0.0.1')).toEqual({ wrong: true });
  // A session that was being opened meanwhile is nobody's.
  expect(agents.find(await agents.open(tang.id, 'password', ''))).toBeUndefined();
  expect([agents.roleOf(tang.id), agents.groupsOf(tang.id), [...agents.staffed()]]).toEqual(['agent', [], []]);
  expect(agents.names().get(tang.id)).toBe('Tang');
  const again = await staff.add(' Tang ', {});
  expect('id' in again && again.id).not.toBe(tang.id);
  expect(await staff.add('Tang', {})).toEqual({ problem: 'taken' });
  expect(await staff.add('\u0007 ', {})).toEqual({ problem: 'name' });
});

test('signed out everywhere is out of every browser and link, and may come in by password again', async () => {
  const { staff, agents, accounts } = await open();
  const { id, key } = await agents.add('Tang');
  const session = (await agents.enter(key)) ?? '';
  const later = await agents.invite(id);
  await accounts.setPassword(id, PASSWORD);
  expect(await staff.signOut(id)).toBeUndefined();
  expect([agents.find(session), await agents.enter(later)]).toEqual([undefined, undefined]);
  expect(await accounts.signIn('Tang', PASSWORD, undefined, '10.0.0.1')).toEqual({ agent: id });
  expect(await staff.signOut('agent:none')).toBe('not-found');
});

test('groups are made, renamed and taken away; a name belongs to one group, now and before', async () => {
  const { groups, agents, store } = await open();
  const { id } = await agents.add('Tang', ['vip']);
  expect([await groups.make(' returns '), await groups.make('vip'), await groups.make(' ')]).toEqual([
    undefined,
    'taken',
    'name',
  ]);
  expect([await groups.rename('vip', 'returns'), await groups.rename('none', 'x')]).toEqual(['taken', 'not-found']);
  expect(await groups.rename('vip', 'gold')).toBeUndefined();
  expect([agents.groupsOf(id), groups.nowOf('vip'), groups.nowOf('gold')]).toEqual([['gold'], 'gold', 'gold']);
  expect([await groups.make('vip'), await groups.rename('returns', 'vip')]).toEqual(['taken', 'taken']);
  expect(await groups.rename('gold', 'platinum')).toBeUndefined();
  expect(groups.all()).toEqual([
    { name: 'platinum', members: 1, was: ['gold', 'vip'] },
    { name: 'returns', members: 0, was: [] },
  ]);
  // Its own name of before may come back; and a restart knows all of it.
  expect(await groups.rename('platinum', 'vip')).toBeUndefined();
  const again = createGroups(store);
  expect(['gold', 'platinum', 'vip'].map(again.nowOf)).toEqual(['vip', 'vip', 'vip']);
  expect([await groups.remove('vip'), await groups.remove('returns')]).toEqual(['staffed', undefined]);
});

test('over HTTP: added with a group and a capacity, comes in by the link once, is changed at once, and all is written down', async () => {
  const server = await openInn();
  const admin = browserOf(server, await agentCookie(server, 'Lin', 'admin'));
  const added = await admin.post('/desk/api/people', { name: 'Tang', groups: ['vip'], capacity: 1 });
  const { id, path } = added.body as { id: string; path: string };
  const came = await ask(server, path);
  const cookie = String(came.headers['set-cookie']).split(';', 1)[0] ?? '';
  expect([came.status, (await ask(server, path)).status]).toEqual([303, 403]);
  const line = await dial(server, '/desk/ws', { cookie, origin: ownOrigin(server) });
  line.send(hello());
  const team = await line.next((frame) => JSON.stringify(frame).includes('"held":0'));
  expect(JSON.stringify(team)).toContain('"groups":["vip"],"held":0,"capacity":1');

  for (const body of [{ role: 'king' }, { groups: 'vip' }, { capacity: 0 }, { capacity: 2.5 }, { groups: [1] }])
    expect((await admin.post('/desk/api/people/change', { agent: id, ...body })).status).toBe(400);
  expect((await admin.post('/desk/api/people/change', { agent: 'x', role: 'lead' })).status).toBe(404);
  expect((await admin.post('/desk/api/people/change', { agent: id, role: 'admin', capacity: null })).status).toBe(200);
  // The link that was open ends, and what comes again is what the agent is now.
  expect(await line.closed).toBe(1008);
  const tang = browserOf(server, cookie);
  expect((await tang.get('/desk/api/me')).body).toMatchObject({ role: 'admin', groups: ['vip'] });
  expect((await tang.post('/desk/api/people/leave', { agent: id })).body['code']).toBe('self');

  const people = (await admin.get('/desk/api/people')).body as { people: object[]; capacity: number };
  expect(people).toMatchObject({ capacity: 5, groups: [{ name: 'vip', members: 1 }] });
  expect(people.people[1]).toMatchObject({ name: 'Tang', role: 'admin', capacity: null, browsers: 1 });
  expect(JSON.stringify(people)).not.toMatch(/hash|secret|key/);
  const invited = await admin.post('/desk/api/people/link', { agent: id });
  expect((await ask(server, String(invited.body['path']))).status).toBe(303);
  expect((await admin.post('/desk/api/people/sign-out', { agent: id })).status).toBe(200);
  expect((await tang.get('/desk/api/me')).status).toBe(401);
  expect((await admin.post('/desk/api/groups', { name: 'returns' })).status).toBe(200);
  expect((await admin.post('/desk/api/groups/rename', { name: 'returns', to: 'back' })).status).toBe(200);
  expect((await admin.post('/desk/api/groups/leave', { name: 'back' })).status).toBe(200);
  expect((await admin.post('/desk/api/groups/leave', { name: 'vip' })).body['code']).toBe('staffed');
  expect((await admin.post('/desk/api/people/leave', { agent: id })).status).toBe(200);

  const { entries } = (await admin.get('/desk/api/audit')).body as { entries: { what: string; detail: string }[] };
  expect(entries.map(({ what, detail }) => `${what} ${detail.replaceAll(id, 'tang')}`)).toEqual([
    'people.leave tang',
    'group.leave back',
    'group.rename returns → back',
    'group.make returns',
    'people.sign-out tang',
    'people.link tang',
    'people.change tang role admin; capacity usual',
    'people.add tang groups vip; capacity 1',
  ]);
});

test('what was sent to a group stays its own under another name, and everybody’s once nobody is in it', async () => {
  const server = await openInn();
  const admin = browserOf(server, await agentCookie(server, 'Lin', 'admin'));
  const tang = await server.agents.add('Tang', ['vip']);
  const wang = await server.agents.add('Wang', ['sales']);
  const row = { conversation: conversationId('renamed'), mode: 'queued', serving: 1, head: 1, group: 'vip' } as const;
  const shown = { ...row, shopper: { role: 'shopper', id: 'user:mei' } } as const;
  const see = () => [tang, wang].map(({ id }) => server.privacy.scope.seesRow(id, shown));
  expect(see()).toEqual([true, false]);
  expect((await admin.post('/desk/api/groups/rename', { name: 'vip', to: 'gold' })).status).toBe(200);
  // Roles and groups are read again after a second.
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect([see(), server.agents.groupsOf(tang.id)]).toEqual([[true, false], ['gold']]);
  await admin.post('/desk/api/people/leave', { agent: tang.id });
  await expect.poll(see, { timeout: 3_000 }).toEqual([true, true]);
});

test('the audit log is looked through by who, what, when and shopper, page by page, and out as CSV', async () => {
  const server = await openInn();
  const cookie = await agentCookie(server, 'Lin', 'admin');
  const admin = browserOf(server, cookie);
  const { audit } = server.privacy;
  const lin = server.agents.all()[0]?.id ?? '';
  for (let n = 0; n < 5; n++) await audit.write(lin, 'read.ticket', audit.nameOf('user:mei'), `=t${n}`);
  await audit.write('agent:gone', 'read.file', audit.nameOf('user:wei'));
  await audit.write(lin, 'retention', 'house');
  const look = async (query: string) =>
    (await admin.get(`/desk/api/audit?${query}`)).body as {
      entries: { n: number; what: string; detail?: string; name?: string }[];
      more: boolean;
    };
  const first = await look('what=read&most=3');
  expect([first.entries.map(({ what }) => what), first.more]).toEqual([
    ['read.file', 'read.ticket', 'read.ticket'],
    true,
  ]);
  const rest = await look(`what=read&most=3&before=${first.entries.at(-1)?.n}`);
  expect([rest.entries.map(({ detail }) => detail), rest.more]).toEqual([['=t2', '=t1', '=t0'], false]);
  expect((await look('what=rea')).entries).toEqual([]);
  expect((await look(`who=${lin}&what=read.ticket`)).entries).toHaveLength(5);
  expect((await look(`about=${audit.nameOf('user:wei')}`)).entries.map(({ what }) => what)).toEqual(['read.file']);
  expect((await look(`from=${Date.now() + 60_000}`)).entries).toEqual([]);
  expect((await look(`to=${Date.now() + 60_000}&what=retention`)).entries).toMatchObject([{ name: 'Lin' }]);
  // A shopper who is known by what the shop calls them; nobody is found by what nobody is called.
  const page = await dial(server, '/ws');
  page.send(hello({ secret: secretOf('mei') }));
  const { principal } = (await page.next('welcome')) as unknown as { principal: { id: string } };
  page.send(append(conversationId('audited'), 'a1', '你好'));
  await page.next('ack');
  await audit.write(lin, 'read.orders', audit.nameOf(principal.id));
  for (const shopper of [principal.id, conversationId('audited')])
    expect((await look(`shopper=${shopper}`)).entries.map(({ what }) => what)).toEqual(['read.orders']);
  expect((await look('shopper=nobody')).entries).toEqual([]);
  const csv = await admin.get('/desk/api/audit.csv?what=read.ticket');
  expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFn,at,who,name,what,about,detail',
    expect.stringMatching(/^\d+,20\S+Z,agent:\S+,Lin,read\.ticket,\S{16},'=t4$/),
  ]);
  expect((await look('what=audit')).entries.map(({ what }) => what)).toEqual(['audit.csv']);
});
