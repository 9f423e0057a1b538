// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { type AccountApi, fetchAccount } from '../src/account/account-api.ts';
import { drawn, noAccount, settled, type } from './stage.tsx';

const field = (name: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

const submit = async (name: string) => {
  await act(async () => field(name).form?.requestSubmit());
  await settled();
};

it('who is not signed in is asked for name and password, then for a code, and told to wait where it was too often', async () => {
  const asked: string[] = [];
  const answers = [
    { ok: false, code: 'wrong' },
    { ok: false, code: 'code' },
    { ok: false, code: 'wait', waitMs: 3_500 },
    { ok: true, value: {} },
  ] as const;
  const account: AccountApi = {
    ...noAccount,
    async signIn(name, password, code) {
      asked.push([name, password, code].join(' '));
      return answers[asked.length - 1] ?? { ok: false, code: 'failed' };
    },
  };
  const { desk } = drawn([], { account });
  await act(async () => {
    desk.locked.value = true;
  });
  await settled();
  await type(field('name'), 'Lin Yue');
  await type(field('password'), 'wrong one');
  await submit('name');
  expect(screen.getByRole('alert').textContent).toBe('Name, password or code is wrong.');
  await type(field('password'), 'right one');
  await submit('name');
  expect(screen.queryByRole('alert')).toBeNull();
  await type(field('code'), '123456');
  await submit('code');
  expect(screen.getByRole('alert').textContent).toBe('Too many tries. Try again in 4 s.');
  await submit('code');
  expect(asked).toEqual([
    'Lin Yue wrong one ',
    'Lin Yue right one ',
    'Lin Yue right one 123456',
    'Lin Yue right one 123456',
  ]);
});

it('shows how one comes in, sets a password, and signs another browser out', async () => {
  const asked: string[] = [];
  const done = (what: string) => async (value?: string) => {
    asked.push([what, value].filter(Boolean).join(' '));
    return { ok: true, value: {} } as const;
  };
  const session = { how: 'password', createdAt: 0, usedAt: Date.UTC(2026, 10, 20, 14, 0) };
  const account: AccountApi = {
    ...noAccount,
    account: async () => ({
      password: false,
      totp: false,
      proved: true,
      sessions: [
        { ...session, name: 'a', browser: 'Desk/1', here: true },
        { ...session, name: 'b', browser: 'Phone/1', here: false },
      ],
    }),
    setPassword: done('password'),
    signOut: done('out'),
  };
  const { desk } = drawn([], { account });
  await act(async () => {
    desk.accountOpen.value = true;
  });
  await settled();
  expect(screen.getByText(/Phone\/1/)).toBeTruthy();
  await type(field('password'), 'four quilts in a row');
  await submit('password');
  await act(async () => screen.getByRole('button', { name: 'Sign out' }).click());
  await settled();
  expect(asked).toEqual(['password four quilts in a row', 'out b']);
  expect(screen.getByText('Signed out.')).toBeTruthy();
});

it('asks the server that the page is from, and says why where it refuses', async () => {
  const asked: string[] = [];
  const answers = [
    new Response('{"code":"wait","waitMs":2000}', { status: 429 }),
    new Response('{"id":"agent:1"}'),
    new Response('not json', { status: 502 }),
  ];
  const api = fetchAccount(async (address, init) => {
    asked.push(`${init?.method ?? 'GET'} ${address} ${init?.body ?? ''}`.trim());
    return answers.shift() ?? Promise.reject(new Error('offline'));
  });
  expect([
    await api.signIn('Lin', 'pw', undefined),
    await api.signOut('b'),
    await api.endTotp(),
    await api.prove('1'),
  ]).toEqual([
    { ok: false, code: 'wait', waitMs: 2_000 },
    { ok: true, value: { id: 'agent:1' } },
    { ok: false, code: 'failed', waitMs: undefined },
    { ok: false, code: 'offline' },
  ]);
  expect(await api.account()).toBeUndefined();
  expect(asked).toEqual([
    'POST /desk/sign-in {"name":"Lin","password":"pw"}',
    'POST /desk/api/account/sessions/end {"session":"b"}',
    'POST /desk/api/account/totp/end {}',
    'POST /desk/api/account/prove {"code":"1"}',
    'GET /desk/api/account',
  ]);
});
