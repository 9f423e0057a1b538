// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { DeskRole, PrivacyApi } from '../src/privacy/privacy-api.ts';
import { fetchPrivacy } from '../src/privacy/privacy-api.ts';
import { drawn, id, NOW, row, settled, type } from './stage.tsx';

/** A server that writes down what it is asked. */
function server(role: DeskRole, erased: Awaited<ReturnType<PrivacyApi['erase']>> = 'done') {
  const asked: string[] = [];
  const privacy: PrivacyApi = {
    role: async () => role,
    exportHref: (conversation, ending, locale) => `/export/${conversation}.${ending}?${locale}`,
    async erase(conversation) {
      asked.push(`erase ${conversation}`);
      return erased;
    },
    async reveal(conversation, seq, kind, reason) {
      asked.push(`reveal ${conversation} ${seq} ${kind} ${reason}`);
      return 'my card is 4111 1111 1111 1111';
    },
  };
  return { privacy, asked };
}

const press = async (name: string | RegExp) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await settled();
};

it('an admin saves what is kept of a shopper, and erases it once sure; an agent sees nothing of it', async () => {
  const { privacy, asked } = server('admin');
  const staged = drawn([row('mei')], { privacy });
  await act(async () => staged.desk.select(id('mei')));
  await settled();
  await press('Data of this shopper');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('dialog a')].map((one) => one.getAttribute('href'));
  expect(links).toEqual([`/export/${id('mei')}.html?en`, `/export/${id('mei')}.json?en`]);
  await press('Erase this shopper');
  expect(asked).toEqual([]);
  await act(async () => document.querySelector<HTMLInputElement>('dialog input[type=checkbox]')?.click());
  await press('Erase this shopper');
  expect(asked).toEqual([`erase ${id('mei')}`]);
  expect(screen.getByText(/Nothing of this shopper/)).toBeTruthy();
});

it('who is no admin is not asked about data', async () => {
  const { privacy } = server('lead');
  const staged = drawn([row('mei')], { privacy });
  await act(async () => staged.desk.select(id('mei')));
  await settled();
  expect(screen.queryByRole('button', { name: 'Data of this shopper' })).toBeNull();
});

it('what did not go through is said, and can be tried again', async () => {
  const { privacy, asked } = server('admin', 'failed');
  const staged = drawn([row('mei')], { privacy });
  await act(async () => staged.desk.select(id('mei')));
  await settled();
  await press('Data of this shopper');
  await act(async () => document.querySelector<HTMLInputElement>('dialog input[type=checkbox]')?.click());
  await press('Erase this shopper');
  expect(screen.getByText(/did not go through/)).toBeTruthy();
  await press('Erase this shopper');
  expect(asked).toHaveLength(2);
});

it('a masked number is shown for a reason, which is told to the server', async () => {
  const { privacy, asked } = server('agent');
  const staged = drawn([row('mei')], { privacy });
  await act(async () => staged.desk.select(id('mei')));
  staged.house.open.get(id('mei'))?.receive({
    seq: 5,
    id: 'a5',
    at: NOW,
    from: { role: 'shopper', id: 'visitor-mei', name: 'mei' },
    kind: 'text',
    body: { text: 'my card is •••• •••• •••• 1111' },
  });
  await settled();
  await press('Show the number');
  const field = document.querySelector<HTMLInputElement>('.reveal input');
  if (!field) throw new Error('no field for the reason');
  await type(field, 'refund');
  await act(async () => field.form?.requestSubmit());
  await settled();
  expect(asked).toEqual([expect.stringMatching(new RegExp(`^reveal ${id('mei')} \\d+ text refund$`))]);
  expect(screen.getByText('my card is 4111 1111 1111 1111')).toBeTruthy();
});

it('asks the server that the page is from, and takes what it cannot read for nothing', async () => {
  const asked: string[] = [];
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const answers = [
    answer(200, { role: 'admin' }),
    answer(200, { role: 'king' }),
    answer(200, {}),
    answer(500, {}),
    answer(403, {}),
  ];
  const api = fetchPrivacy(async (address, init) => {
    asked.push(`${init?.method ?? 'GET'} ${address} ${init?.body ?? ''}`.trim());
    return answers.shift() ?? Promise.reject(new Error('offline'));
  });
  expect([await api.role(), await api.role()]).toEqual(['admin', undefined]);
  expect([await api.erase('c'), await api.erase('c'), await api.erase('c'), await api.erase('c')]).toEqual([
    'done',
    'going',
    'failed',
    'failed',
  ]);
  expect(await api.reveal('c', 1, 'text', 'why')).toBeUndefined();
  expect(asked).toEqual([
    'GET /desk/api/me',
    'GET /desk/api/me',
    ...Array(4).fill('POST /desk/api/shopper/erase {"conversation":"c","sure":true}'),
    'POST /desk/api/reveal {"conversation":"c","seq":1,"reason":"why"}',
  ]);
});
