import type { FormField } from '@xiaoer/core/protocol';
import type { StringKey } from '../locales/strings.ts';

/**
 * What is wrong with an answer, as the key of a sentence that says what to do; undefined when it may be sent. Checks
 * only what is surely a slip: whether a mail or a phone number exists is for the shop to find out.
 */
export function checkField(field: FormField, answer: string): StringKey | undefined {
  const text = answer.trim();
  if (text === '') return field.required ? (field.type === 'select' ? 'form.choose' : 'form.required') : undefined;
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'form.email';
  if (field.type === 'tel' && text.replace(/\D/g, '').length < 6) return 'form.tel';
  if (field.type === 'number' && !Number.isFinite(Number(text))) return 'form.number';
  return undefined;
}
