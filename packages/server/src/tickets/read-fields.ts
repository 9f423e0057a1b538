import { isObject } from '@xiaoer/core/protocol';
import type { FieldValues } from './ticket.ts';
import type { FieldType, TicketType } from './ticket-type.ts';

/** Longest text of a field, and most pictures. */
const MOST_TEXT = 2_000;
const MOST_PICTURES = 20;

/** What is wrong with a field: `required`, `form`, `range` or `choice`. */
export interface FieldProblem {
  readonly field: string;
  readonly code: 'required' | 'form' | 'range' | 'choice';
}

const inRange = (
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: FieldType,
  value: number,
): boolean => value >= min && value <= max;

type Read = { readonly value: FieldValues[string] } | { readonly code: FieldProblem['code'] } | undefined;

function readText(field: FieldType, given: unknown): Read {
  const text = String(given).trim().slice(0, MOST_TEXT);
  if (text === '') return undefined;
  if (field.type === 'date' && (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))))
    return { code: 'form' };
  if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`, 'u').test(text)) return { code: 'form' };
  return { value: text };
}

function readOne(field: FieldType, given: unknown): Read {
  if (given === undefined || given === null || given === '') return undefined;
  switch (field.type) {
    case 'number':
    case 'money': {
      const value = typeof given === 'number' ? given : Number(String(given).trim());
      if (!Number.isFinite(value) || (field.type === 'money' && !Number.isInteger(value))) return { code: 'form' };
      return inRange(field, value) ? { value } : { code: 'range' };
    }
    case 'choice': {
      const value = String(given);
      return field.options?.some((option) => option.value === value) ? { value } : { code: 'choice' };
    }
    case 'pictures': {
      const list = (Array.isArray(given) ? given : [given]).map(String).filter(Boolean).slice(0, MOST_PICTURES);
      return list.length === 0 ? undefined : { value: list };
    }
    default:
      return readText(field, given);
  }
}

/** Reads a form. `whole`: what is required must be there. */
export function readFields(
  type: TicketType,
  given: unknown,
  whole: boolean,
): { readonly values: FieldValues; readonly problems: readonly FieldProblem[] } {
  const values: Record<string, FieldValues[string]> = {};
  const problems: FieldProblem[] = [];
  const source = isObject(given) ? given : {};
  for (const field of type.fields) {
    const read = readOne(field, source[field.id]);
    if (read === undefined) {
      if (whole && field.required) problems.push({ field: field.id, code: 'required' });
    } else if ('code' in read) problems.push({ field: field.id, code: read.code });
    else values[field.id] = read.value;
  }
  return { values, problems };
}
