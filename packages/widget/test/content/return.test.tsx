// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import type { ReturnBody } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../src/content/samples/index.ts';
import { settle, stage } from './stage.tsx';

const body = SAMPLES.find(({ kind }) => kind === 'return')?.content.body as ReturnBody;
const picture = () => new File(['x'], 'spout.jpg', { type: 'image/jpeg' });

const choose = async (container: Element, ...files: File[]) => {
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  fireEvent.change(input);
  await settle();
};

test('a reason that needs a picture waits for one; then everything goes out as one answer', async () => {
  const { draw, acts } = await stage({
    answer: (action) => (action.do === 'attach' ? { ok: true, value: 'op-1' } : { ok: true }),
  });
  const { getByRole, getByLabelText, container } = draw('return', body);
  fireEvent.click(getByRole('button', { name: 'Send the return' }));
  await settle();
  expect(container.textContent).toContain('Choose a reason');
  fireEvent.click(getByLabelText('Broken'));
  await settle();
  fireEvent.click(getByRole('button', { name: 'Send the return' }));
  await settle();
  expect(container.textContent).toContain('Add a picture');
  expect(acts).toEqual([]);
  await choose(container, picture());
  fireEvent.click(getByRole('button', { name: 'Send the return' }));
  await settle();
  expect(acts[0]).toBe('attach spout.jpg');
  expect(JSON.parse(String(acts[1]?.slice('return o-1170 '.length)))).toMatchObject({
    reason: 'broken',
    items: ['l1'],
    pictures: ['op-1'],
    text: 'Return from order 2206-1170: Clay teapot. Broken',
  });
  expect(container.textContent).toContain('Return sent');
});

test('a picture that did not go out says why, can be tried again and taken away', async () => {
  let tries = 0;
  const { draw } = await stage({
    answer: () => {
      tries += 1;
      return tries === 1 ? { ok: false, reason: 'It is larger than 10 MB.' } : { ok: true, value: 'op-2' };
    },
  });
  const { getByRole, container } = draw('return', body);
  await choose(container, picture());
  expect(container.textContent).toContain('It is larger than 10 MB.');
  fireEvent.click(getByRole('button', { name: 'Try again' }));
  await settle();
  expect(container.querySelector('[data-state=there]')).not.toBeNull();
  fireEvent.click(getByRole('button', { name: 'Remove picture 1' }));
  await settle();
  expect(container.querySelector('[data-state]')).toBeNull();
});

test('never more pictures than are wanted', async () => {
  const { draw, acts } = await stage({ answer: () => ({ ok: true, value: 'op' }) });
  const { container } = draw('return', { ...body, pictures: 2 });
  await choose(container, picture(), picture(), picture());
  expect(acts).toEqual(['attach spout.jpg', 'attach spout.jpg']);
  expect(container.querySelector('input[type=file]')).toBeNull();
});

test('who pays the parcel follows the reason, and a refusal is shown with everything kept', async () => {
  const { draw } = await stage({ answer: () => ({ ok: false, reason: 'This order was returned already.' }) });
  const { getByRole, getByLabelText, container } = draw('return', body);
  fireEvent.click(getByLabelText('Wrong item'));
  await settle();
  expect(container.textContent).toContain('paid by us');
  fireEvent.click(getByLabelText('No longer wanted'));
  await settle();
  expect(container.textContent).toContain('paid by you');
  fireEvent.click(getByRole('button', { name: 'Send the return' }));
  await settle();
  expect(container.textContent).toContain('This order was returned already.');
  expect((getByLabelText('No longer wanted') as HTMLInputElement).checked).toBe(true);
});

test('after its time, and after it was sent, there is nothing to fill in', async () => {
  const { draw } = await stage();
  const late = draw('return', { ...body, until: 1 });
  expect(late.container.textContent).toContain('The time for a return ended');
  expect(late.container.querySelector('button')).toBeNull();
  const sent = draw('return', body, { answer: 'broken' });
  expect(sent.container.textContent).toContain('Return sent');
  expect(sent.container.querySelector('button')).toBeNull();
});
