// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const rows = (w: Awaited<ReturnType<typeof stage>>) =>
  w.all('.row').map((row) => {
    const words = row.querySelector('.delivery')?.textContent ?? '';
    return `${row.querySelector('.c-text')?.textContent}: ${words}`;
  });

test('an own message says in words how it stands, and says nothing once it is sent', async () => {
  const w = await stage({ open: true });
  w.add(
    w.me('a', { status: 'sent' }),
    w.me('b', { status: 'sending' }),
    w.me('c', { status: 'queued' }),
    w.me('d', { status: 'failed' }),
    w.me('e', { status: 'expired' }),
  );
  // What can be done comes with the second stage.
  await vi.waitFor(() => w.find('.delivery .link'));
  expect(rows(w)).toEqual([
    'a: ',
    'b: Sending',
    'c: Sending',
    'd: Not sentRetryDelete',
    'e: Not sent for a dayRetryDelete',
  ]);
  w.connection.value = { state: 'offline', durable: true };
  await settle();
  expect(rows(w)[2]).toBe('c: Leaves when you are online');
  expect(w.find('.banner').textContent).toBe('Offline. Your messages wait here.Try now');
});

test('a failed message can be sent again or deleted', async () => {
  const w = await stage({ open: true });
  w.add(w.me('d', { status: 'failed' }));
  await vi.waitFor(() => w.find('.delivery .link'));
  for (const button of w.all('.delivery button')) button.click();
  await settle();
  expect(w.calls.filter((call) => /^(resend|discard)/.test(call))).toEqual(['resend "i1"', 'discard "i1"']);
});
