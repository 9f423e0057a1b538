import { find, has, unsigned } from './bytes.ts';

/** PDF that begins with its header and ends with its mark. Source: ISO 32000-1, §7.5. */
export const isPdf = (bytes: Uint8Array): boolean =>
  has(bytes, 0, '%PDF-') && find(bytes.subarray(Math.max(0, bytes.length - 1024)), '%%EOF') >= 0;

const ENTRY = 'PK\x01\x02';

/** Names in the central directory of a ZIP that begins and ends as one. Source: APPNOTE 6.3, §4.3. */
function zipNames(bytes: Uint8Array): readonly string[] {
  const end = bytes.length - 22;
  if (!has(bytes, 0, 'PK\x03\x04') || !has(bytes, end, 'PK\x05\x06')) return [];
  const names: string[] = [];
  const count = unsigned(bytes, end + 10, 2, 'little');
  let at = unsigned(bytes, end + 16, 4, 'little');
  for (let n = 0; n < count && has(bytes, at, ENTRY); n++) {
    const length = unsigned(bytes, at + 28, 2, 'little');
    names.push(String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 512))));
    at += 46 + length + unsigned(bytes, at + 30, 2, 'little') + unsigned(bytes, at + 32, 2, 'little');
  }
  return names.length === count && at === end ? names : [];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const FOLDERS = {
  'word/document.xml': `${OFFICE}wordprocessingml.document`,
  'xl/workbook.xml': `${OFFICE}spreadsheetml.sheet`,
  'ppt/presentation.xml': `${OFFICE}presentationml.presentation`,
} as const;

/** The type of an office document; undefined for another ZIP, and for a document with macros. */
export function officeType(bytes: Uint8Array): (typeof FOLDERS)[keyof typeof FOLDERS] | undefined {
  const names = zipNames(bytes);
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vba|activex|\.exe$|\.js$/i.test(name)))
    return undefined;
  for (const [name, type] of Object.entries(FOLDERS)) if (names.includes(name)) return type;
  return undefined;
}

/** Markup that a browser or a mail program would draw or run. */
const MARKUP = /<(?:!doctype|!--|\?xml|\/?[a-z][\w:-]*[\s/>])/i;

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Plain text: UTF-8 without control characters, and without markup anywhere. */
export function isPlainText(bytes: Uint8Array): boolean {
  const text = bytes.length > 0 ? utf8(bytes) : undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text !== undefined && !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !MARKUP.test(text);
}
