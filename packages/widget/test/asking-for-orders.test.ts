// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { delivered, unpaid } from '../src/content/samples/goods.ts';
import { settle, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

const coupon = {
  coupon: 'winter',
  title: 'Winter bedding',
  off: { amount: 5_000, currency: 'CNY' },
  state: 'open',
} as const;

const press = async (w: Awaited<ReturnType<typeof stage>>, name: string) => {
  const button = await vi.waitFor(() => {
    const found = w.all('[part=button]').find((each) => each.textContent?.startsWith(name));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }, 3000);
  button.click();
  await settle();
};

test('what nobody on the page answers goes to the server, as the answer to its card', async () => {
  const w = await stage({ open: true });
  w.add(w.of({ kind: 'order', body: { order: unpaid.id, card: unpaid } }));
  w.add(w.of({ kind: 'coupon', body: coupon }));
  await settle();
  await press(w, 'Pay');
  await press(w, 'Claim');
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([
    expect.stringContaining('"text":"I want to pay for order 2207-0420"'),
    expect.stringContaining('"value":"winter"'),
  ]);
});

test('what the page takes over stays with it: done and refused are shown, and nothing is sent', async () => {
  const w = await stage({ open: true });
  const heard: string[] = [];
  w.commands.on('order:pay', ({ order }) => {
    heard.push(`pay ${order.number}`);
    return { ok: false, reason: 'The bank did not answer.' };
  });
  w.element.addEventListener('xiaoer:coupon:claim', (event) => {
    heard.push(`claim ${(event as CustomEvent).detail.coupon.coupon}`);
    event.preventDefault();
  });
  w.commands.on('order:return', () => new Promise((resolve) => setTimeout(() => resolve(true), 5)));
  w.add(w.of({ kind: 'order', body: { order: unpaid.id, card: unpaid } }));
  w.add(w.of({ kind: 'order', body: { order: delivered.id, card: delivered } }));
  w.add(w.of({ kind: 'coupon', body: coupon }));
  await settle();
  await press(w, 'Pay');
  await press(w, 'Claim');
  await press(w, 'Return');
  await new Promise((resolve) => setTimeout(resolve, 10));
  await settle();
  expect(heard).toEqual(['pay 2207-0420', 'claim winter']);
  expect(w.find('.timeline, [part=timeline]').textContent).toContain('The bank did not answer.');
  expect(w.find('.c-coupon').textContent).toContain('Claimed');
  expect(
    w
      .all('[part=button]')
      .find((each) => each.textContent === 'Return')
      ?.getAttribute('aria-disabled'),
  ).toBe('true');
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([]);
});
