import { type ChatEvent, isObject } from '@xiaoer/core/protocol';

/** Runs of digits, grouped or not, also full-width ones; not inside of longer names such as waybills. */
const RUN = /(?<![A-Za-z\p{Nd}])\p{Nd}(?:[ -]?[\p{Nd}]){12,18}[Xx]?(?![A-Za-z\p{Nd}])/gu;
/** United States social security numbers, as they are written. */
const SSN = /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g;
const SHOWN = 4;

/** First digits and lengths of payment cards in use. Source: ISO/IEC 7812 and the networks' own ranges. */
const CARDS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^62/, [16, 17, 18, 19]],
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^35/, [16]],
  [/^6(?:011|5)/, [16]],
];

/** Check digit of ISO/IEC 7812 (Luhn). */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n]);
    const twice = 2 * digit;
    sum += n % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

const isCard = (digits: string): boolean =>
  CARDS.some(([start, lengths]) => start.test(digits) && lengths.includes(digits.length)) && isLuhn(digits);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A resident identity number of the People's Republic of China: GB 11643-1999, date of birth and check character. */
function isIdentity(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14))];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(text[n]), 0);
  return text[17] === '10X98765432'[sum % 11];
}

/** All but the last four characters of a number as dots, its spaces where they were. */
function dots(found: string): string {
  let left = [...found].filter((char) => /[\p{Nd}Xx]/u.test(char)).length;
  return [...found].map((char) => (/[\p{Nd}Xx]/u.test(char) && left-- > SHOWN ? '•' : char)).join('');
}

/** A text in which card and identity numbers, and nothing else, show their last four characters only. */
export const maskNumbers = (text: string): string =>
  text
    .replace(RUN, (found) => {
      const plain = found.normalize('NFKC').replace(/[ -]/g, '').toUpperCase();
      return isCard(plain) || isIdentity(plain) ? dots(found) : found;
    })
    .replace(SSN, dots);

/**
 * Names of what stands for something elsewhere: nobody typed it, and it would no longer be found. And the fields of a
 * ticket's form, which asked for the number because somebody of its group needs it.
 */
const NAMES = new Set(['id', 'product', 'order', 'upload', 'url', 'image', 'number', 'conversation', 'fields']);

/** The same for every text inside of a value; the value itself where there is nothing to hide. */
export function maskIn<T>(value: T, name = ''): T {
  if (NAMES.has(name)) return value;
  if (typeof value === 'string') return maskNumbers(value) as T;
  if (Array.isArray(value)) {
    const masked = value.map((one: unknown) => maskIn(one, name));
    return (masked.some((one, n) => one !== value[n]) ? masked : value) as T;
  }
  if (!isObject(value)) return value;
  const masked = Object.entries(value).map(([key, one]) => [key, maskIn(one, key)] as const);
  return masked.some(([key, one]) => one !== value[key]) ? (Object.fromEntries(masked) as T) : value;
}

/** An event as agents get it. */
export function veil(event: ChatEvent): ChatEvent {
  const body = maskIn(event.body);
  return body === event.body ? event : { ...event, body };
}
