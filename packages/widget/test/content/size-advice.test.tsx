// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import type { SizeAdviceBody } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../src/content/samples/index.ts';
import { settle, stage } from './stage.tsx';

const body = SAMPLES.find(({ kind }) => kind === 'size-advice')?.content.body as SizeAdviceBody;

test('while one types the row is marked and the border case said; taking a size sends it with the measures', async () => {
  const { draw, acts } = await stage();
  const { getByLabelText, getByRole, container } = draw('size-advice', body);
  expect(container.querySelector('[data-yours]')).toBeNull();
  fireEvent.input(getByLabelText('Height'), { target: { value: '172' } });
  fireEvent.input(getByLabelText('Weight'), { target: { value: '６６' } });
  await settle();
  expect(container.querySelector('[data-yours] th')?.textContent).toBe('M, yours');
  expect(container.querySelector('p[role=status]')?.textContent).toBe('Between M and L: take L to wear it loose');
  fireEvent.click(getByRole('button', { name: 'Take L' }));
  await settle();
  expect(acts).toEqual(['reply "I am 172 cm, 66 kg: size L" L {"height":"172","weight":"66"}']);
});

test('what is no number is named, and no size is offered for it', async () => {
  const { draw } = await stage();
  const { getByLabelText, queryByRole } = draw('size-advice', body);
  fireEvent.input(getByLabelText('Height'), { target: { value: 'tall' } });
  fireEvent.input(getByLabelText('Weight'), { target: { value: '66,5' } });
  await settle();
  expect(getByLabelText('Height').getAttribute('aria-invalid')).toBe('true');
  expect(getByLabelText('Weight').getAttribute('aria-invalid')).toBe('false');
  expect(queryByRole('button', { name: /Take/ })).toBeNull();
});

test('after it was answered the table stays, and the size that was taken', async () => {
  const { draw } = await stage();
  const { container, queryByLabelText } = draw('size-advice', body, { answer: 'M' });
  expect(queryByLabelText('Height')).toBeNull();
  expect(container.querySelector('[data-yours] th')?.textContent).toBe('M, yours');
});
