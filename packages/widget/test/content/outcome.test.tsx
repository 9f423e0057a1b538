// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import type { ContentMap, Kind } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../src/content/samples/index.ts';
import { settle, stage } from './stage.tsx';

const sample = <K extends Kind>(kind: K, state: string): ContentMap[K] =>
  SAMPLES.find((one) => one.kind === kind && one.state === state)?.content.body as ContentMap[K];

const form = {
  title: 'Address',
  submit: 'Change',
  fields: [{ name: 'street', label: 'Street', type: 'text' }],
} as const;
const choices = { text: 'Which?', options: [{ label: 'Large', value: 'l' }] } as const;

/** A card whose button is pressed, by the way the wish takes after that. */
const CARDS = [
  { kind: 'form', body: form, button: 'Change', answer: 'sent', done: 'Sent' },
  { kind: 'choices', body: choices, button: 'Large', answer: 'l', done: undefined },
] as const;

for (const { kind, body, button, answer, done } of CARDS)
  test(`${kind}: what the server refuses after it had left opens the card again, with that said`, async () => {
    const { show, item, acts } = await stage();
    const asked = item('bot', { kind, body } as never);
    const { getByRole, queryByText, again } = show(asked);
    fireEvent.click(getByRole('button', { name: button }));
    await settle();
    expect(acts).toHaveLength(1);
    again({ ...asked, answer });
    await settle();
    if (done) expect(queryByText(done)).toBeTruthy();
    expect(queryByText('That did not go out. Try once more.')).toBeNull();
    again(asked);
    await waitFor(() => expect(queryByText('That did not go out. Try once more.')).toBeTruthy());
    // Sent again from its own row: the card is answered once more, and nothing is wrong.
    again({ ...asked, answer });
    await waitFor(() => expect(queryByText('That did not go out. Try once more.')).toBeNull());
  });

test('coupon and order: done as the page says, and not when the server takes it back', async () => {
  const { show, item } = await stage();
  const coupon = item('bot', { kind: 'coupon', body: sample('coupon', 'open') });
  const ticket = show(coupon);
  fireEvent.click(ticket.getByRole('button', { name: /^Claim/ }));
  await waitFor(() => expect(ticket.queryByRole('button', { name: /^Claim/ })).toBeNull());
  ticket.again({ ...coupon, answer: sample('coupon', 'open').coupon });
  await settle();
  ticket.again(coupon);
  await waitFor(() => expect(ticket.getByRole('button', { name: /^Claim/ })).toBeTruthy());
  ticket.unmount();

  const order = show(item('bot', { kind: 'order', body: sample('order', 'to be paid') }));
  fireEvent.click(order.getByRole('button', { name: 'Pay' }));
  await waitFor(() => expect(order.getByRole('button', { name: 'Pay' }).getAttribute('aria-disabled')).toBe('true'));
});

test('a product that the page will not show says why, in the table of a comparison too', async () => {
  const { draw } = await stage({ answer: (action) => ({ ok: action.do !== 'view', reason: 'Not in your country.' }) });
  const { getAllByRole, findByText } = draw('comparison', sample('comparison', 'of two'));
  const name = sample('comparison', 'of two').items[0]?.title ?? '';
  const [link] = [...getAllByRole('link'), ...getAllByRole('button')].filter((one) => one.textContent === name);
  fireEvent.click(link as HTMLElement);
  expect(await findByText('Not in your country.')).toBeTruthy();
});

test('a number that cannot be copied says so on its button', async () => {
  const clipboard = { writeText: () => Promise.reject(new Error('denied')) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  const { draw } = await stage();
  const { getByRole, findByRole } = draw('shipment', sample('shipment', 'on its way'));
  fireEvent.click(getByRole('button', { name: /^Copy parcel number/ }));
  expect(await findByRole('button', { name: 'It could not be copied' })).toBeTruthy();
});
