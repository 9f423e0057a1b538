// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { ALL_LINES, queryOf } from '../src/merchant/audit/audit-desk.ts';
import { leftAlone, type People } from '../src/merchant/people/person.ts';
import { drawn, noAccount, noPrivacy, settled, type } from './stage.tsx';

const PERSON = { groups: ['vip'], capacity: null, seenAt: null, browsers: 1, password: true, totp: false } as const;
const PEOPLE: People = {
  me: 'agent:lin',
  people: [
    { ...PERSON, id: 'agent:lin', name: 'Lin Yue', role: 'admin', totp: true, groups: [] },
    { ...PERSON, id: 'agent:tang', name: 'Tang', role: 'agent' },
  ],
  groups: [
    { name: 'gold', members: 0, was: ['silver'] },
    { name: 'vip', members: 1, was: [] },
  ],
  wanted: ['warehouse'],
  capacity: 5,
};

/** A server with these people, which writes down what it is asked and answers as it is told. */
function house(...answers: Response[]) {
  const asked: string[] = [];
  return {
    asked,
    ask: async (address: string, init?: RequestInit): Promise<Response> => {
      if (init?.method !== 'POST') return Response.json(PEOPLE);
      asked.push(`${address} ${String(init.body)}`);
      return answers.shift() ?? Response.json({ path: '/desk/enter?key=k1' });
    },
  };
}

/** The page of an admin. */
async function opened(ask: ReturnType<typeof house>['ask'], more: object = {}) {
  const { desk } = drawn([], { privacy: { ...noPrivacy, role: async () => 'admin' as const }, ask, ...more });
  await settled();
  await act(async () => desk.merchant.go({ page: 'people' }));
  // The room is fetched, which takes as long as the machine is busy.
  await vi.waitFor(() => screen.getByRole('heading', { level: 1, name: 'Agents and groups' }), { timeout: 10_000 });
  await settled();
  return desk;
}

const click = async (name: string | RegExp) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await settled();
};
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);

it('adds somebody with groups, and shows the one-time link until it is handed on', async () => {
  const { ask, asked } = house();
  await opened(ask);
  await click('Add somebody');
  await type(field('Name, as shoppers read it'), 'Wang');
  await act(async () => field('warehouse').click());
  await type(field('A new group'), ' night ');
  await type(field(/Conversations at once/), '3');
  await click('Add, and make the link');
  expect(asked).toEqual([
    '/desk/api/people {"name":"Wang","role":"agent","groups":["warehouse","night"],"capacity":3}',
  ]);
  expect(field('One-time link').value).toBe(new URL('/desk/enter?key=k1', location.href).href);
  await click('Done');
  expect(screen.queryByLabelText('One-time link')).toBeNull();
});

it('asks for a code where the server wants one, and then does what was wanted; a refusal is said', async () => {
  const { ask, asked } = house(
    Response.json({ code: 'prove' }, { status: 403 }),
    Response.json({ code: 'last-admin' }, { status: 409 }),
  );
  const codes: string[] = [];
  const account = {
    ...noAccount,
    prove: async (code: string) => {
      codes.push(code);
      return { ok: true, value: {} } as const;
    },
  };
  await opened(ask, { account });
  await click(/^Tang/);
  await click('Take away');
  await click('Yes, take away');
  await type(field('Code of your authenticator app'), '123456');
  await act(async () => field('Code of your authenticator app').form?.requestSubmit());
  await settled();
  expect([codes, asked]).toEqual([
    ['123456'],
    ['/desk/api/people/leave {"agent":"agent:tang"}', '/desk/api/people/leave {"agent":"agent:tang"}'],
  ]);
  expect(screen.getAllByRole('alert')[0]?.textContent).toBe('Somebody else has to be an admin first.');
});

it('warns before a group is left alone, and does not let one change the own role', async () => {
  expect(leftAlone(PEOPLE.groups, ['vip'], [])).toEqual(['vip']);
  expect(leftAlone(PEOPLE.groups, ['vip'], ['vip'])).toEqual([]);
  const { ask } = house();
  await opened(ask);
  await click(/^Tang/);
  await act(async () => field('vip').click());
  expect(screen.getByText(/Nobody else is in vip/)).toBeTruthy();
  await click('Cancel');
  await click(/^Lin Yue/);
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ disabled }) => disabled)).toEqual([true, true, false]);
  expect(screen.queryByRole('button', { name: 'Take away' })).toBeNull();
});

it('makes, renames and takes away groups', async () => {
  const { ask, asked } = house();
  await opened(ask);
  await click(/^Make it ?: warehouse/);
  await click(/^Rename ?: gold/);
  await type(field('New name of gold'), 'platinum');
  await act(async () => field('New name of gold').form?.requestSubmit());
  await settled();
  await click(/^Take away ?: gold/);
  expect(asked).toEqual([
    '/desk/api/groups {"name":"warehouse"}',
    '/desk/api/groups/rename {"name":"gold","to":"platinum"}',
    '/desk/api/groups/leave {"name":"gold"}',
  ]);
});

it('asks for whole days of the audit log, where one is, and shows names for ids', async () => {
  const query = new URLSearchParams(queryOf({ ...ALL_LINES, what: 'people', from: '2026-11-20', to: '2026-11-20' }, 7));
  expect(Number(query.get('to')) - Number(query.get('from'))).toBe(86_400_000);
  expect([query.get('what'), query.get('before'), query.get('who')]).toEqual(['people', '7', null]);
  const line = { n: 3, at: Date.UTC(2026, 10, 20), who: 'agent:lin', what: 'people.change', about: 'house' };
  const lines = [
    { ...line, detail: 'agent:tang role lead' },
    { ...line, n: 2, what: 'read.ticket', about: 'abcdef0123456789' },
  ];
  const asked: string[] = [];
  const { desk } = drawn([], {
    privacy: { ...noPrivacy, role: async () => 'admin' as const },
    ask: async (address) => {
      asked.push(address);
      return Response.json({ entries: lines, more: true, names: { 'agent:lin': 'Lin Yue', 'agent:tang': 'Tang' } });
    },
  });
  await settled();
  await act(async () => desk.merchant.go({ page: 'audit' }));
  await vi.waitFor(() => screen.getByText('Tang role lead'));
  expect(screen.getByText('changed somebody')).toBeTruthy();
  await click('Older lines');
  await act(async () => screen.getAllByRole('button', { name: /shopper abcdef/ })[0]?.click());
  await settled();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked).toEqual(['/desk/api/audit?', '/desk/api/audit?before=2', '/desk/api/audit?about=abcdef0123456789']);
});
