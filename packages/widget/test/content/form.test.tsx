// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import type { FormField } from '@xiaoer/core/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkField } from '../../src/content/check-field.ts';
import { settle, stage } from './stage.tsx';

const body = {
  title: 'New address',
  fields: [
    { name: 'phone', label: 'Phone', type: 'tel', required: true, value: '138' },
    { name: 'street', label: 'Street', type: 'text', required: true },
    { name: 'when', label: 'When', type: 'select', options: ['9–12', '14–18'] },
  ],
  submit: 'Change',
} as const;

test('a slip is named at its field, gets the focus, and what was typed stays', async () => {
  const { draw, acts } = await stage();
  const { getByRole } = draw('form', body, { by: 'agent' });
  const street = getByRole('textbox', { name: 'Street' }) as HTMLInputElement;
  fireEvent.input(street, { target: { value: 'Wulin Road 88' } });
  fireEvent.click(getByRole('button', { name: 'Change' }));
  await settle();
  const phone = getByRole('textbox', { name: 'Phone' }) as HTMLInputElement;
  const error = document.getElementById(phone.getAttribute('aria-describedby') ?? '');
  expect([phone.getAttribute('aria-invalid'), error?.textContent, document.activeElement === phone]).toEqual([
    'true',
    'A phone number has at least 6 digits',
    true,
  ]);
  expect([phone.value, street.value, acts]).toEqual(['138', 'Wulin Road 88', []]);
});

test('a good form is sent as the answer to its event; refused, it keeps everything', async () => {
  let tries = 0;
  const { draw, acts } = await stage({
    answer: () => {
      tries += 1;
      return tries === 1 ? { ok: false, reason: 'The outbox is full.' } : { ok: true };
    },
  });
  const { getByRole, queryByRole, getByText } = draw('form', body, { by: 'agent', seq: 9 });
  fireEvent.input(getByRole('textbox', { name: 'Phone' }), { target: { value: '138 0013 8012' } });
  fireEvent.input(getByRole('textbox', { name: 'Street' }), { target: { value: 'Wulin Road 88' } });
  fireEvent.click(getByRole('button', { name: 'Change' }));
  await settle();
  expect(getByText('The outbox is full.')).toBeTruthy();
  expect((getByRole('textbox', { name: 'Street' }) as HTMLInputElement).value).toBe('Wulin Road 88');
  fireEvent.click(getByRole('button', { name: 'Change' }));
  await settle();
  const sent = 'send form {"to":9,"answers":{"phone":"138 0013 8012","street":"Wulin Road 88","when":""}}';
  expect(acts).toEqual([sent, sent]);
  expect(queryByRole('button')).toBeNull();
  expect(getByText('Sent')).toBeTruthy();
});

test('an answered form is read only; one answered in other words is over', async () => {
  const { draw } = await stage();
  expect(draw('form', body, { answer: 'sent' }).container.textContent).toBe('New addressSent');
  expect(draw('form', body, { answer: '' }).container.textContent).toBe('New addressNo longer open');
});

const field = (type: FormField['type'], required = false): FormField => ({ name: 'f', label: 'F', type, required });

test.each([
  [field('text', true), '  ', 'form.required'],
  [field('select', true), '', 'form.choose'],
  [field('email'), 'mei@example', 'form.email'],
  [field('email'), 'mei@example.com', undefined],
  [field('tel'), '12-34', 'form.tel'],
  [field('tel'), '+86 138 0013 8012', undefined],
  [field('number'), '66 kg', 'form.number'],
  [field('number'), '66.5', undefined],
] as const)('%o with "%s" is %s', (asked, answer, slip) => {
  expect(checkField(asked, answer)).toBe(slip);
});

test('what is optional may stay empty, whatever its type', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<FormField['type']>('text', 'textarea', 'email', 'tel', 'number', 'select'),
      fc.string({ unit: fc.constantFrom(' ', '\t', '\n') }),
      (type, blank) => checkField(field(type), blank) === undefined,
    ),
  );
});
