/** A byte a character. */
function bytes(text: string): Uint8Array {
  const all = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) all[n] = text.charCodeAt(n);
  return all;
}

const big = (value: number): string =>
  String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

const little = (value: number): string => [...big(value)].reverse().join('');

const chunk = (name: string, data: string): string => `${big(data.length)}${name}${data}crc!`;

/** A PNG by its chunks; `data` fills it up to any size. */
export const png = (data = 'pixels', behind = ''): Uint8Array =>
  bytes(
    `\x89PNG\r\n\x1a\n${chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0')}${chunk('IDAT', data)}${chunk('IEND', '')}${behind}`,
  );

const riff = (form: string, rest: string): string => `RIFF${little(rest.length + 4)}${form}${rest}`;

const box = (name: string, data: string): string => `${big(data.length + 8)}${name}${data}`;
const handler = (kind: string): string => box('moov', box('hdlr', `\0\0\0\0\0\0\0\0${kind}\0\0\0\0`));

/** A ZIP without content: only its names. */
function zip(...names: string[]): string {
  const local = 'PK\x03\x04'.padEnd(30, '\0');
  const directory = names
    .map((name) => `PK\x01\x02${'\0'.repeat(24)}${little(name.length).slice(0, 2)}${'\0'.repeat(16)}${name}`)
    .join('');
  const count = little(names.length).slice(0, 2);
  const end = `PK\x05\x06\0\0\0\0${count}${count}${little(directory.length)}${little(local.length)}\0\0`;
  return local + directory + end;
}

/** Files of every type that is allowed, as small as they may be. */
export const ALLOWED: readonly (readonly [string, Uint8Array])[] = [
  ['image/png', png()],
  ['image/jpeg', bytes('\xff\xd8\xff\xe0picture\xff\xd9')],
  ['image/gif', bytes('GIF89a\x01\0\x01\0\x80\0\0pixels;')],
  ['image/webp', bytes(riff('WEBP', 'VP8 pixels'))],
  ['audio/mpeg', bytes('ID3\x04\0\0\0\0\0\0sound')],
  ['audio/mpeg', bytes('\xff\xfb\x90\x00sound')],
  ['audio/ogg', bytes(`OggS${'\0'.repeat(22)}\x01\x13OpusHead`)],
  ['audio/wav', bytes(riff('WAVE', 'fmt sound'))],
  ['audio/webm', bytes('\x1aE\xdf\xa3\x42\x82\x84webm tracks A_OPUS')],
  ['audio/mp4', bytes(box('ftyp', 'M4A ') + handler('soun'))],
  ['application/pdf', bytes('%PDF-1.7\nobjects\n%%EOF\n')],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes(zip('[Content_Types].xml', 'word/document.xml')),
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes(zip('[Content_Types].xml', 'xl/workbook.xml')),
  ],
  ['text/plain', new TextEncoder().encode('订单 A-17：2 < 3 且 5 > 4\n')],
];

/** Files that are refused, and what they are. */
export const REFUSED: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', bytes('')],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['SVG behind a declaration and blanks', bytes('\n  <?xml version="1.0"?>\n<svg/>')],
  ['HTML', bytes('<!DOCTYPE html><title>x</title>')],
  ['HTML late in a text', bytes(`${'harmless '.repeat(2_000)}<script src=//evil></script>`)],
  ['HTML in UTF-16', bytes('\xff\xfe<\0h\0t\0m\0l\0>\0')],
  ['HTML behind a PNG', png('pixels', '<html><script>alert(1)</script></html>')],
  ['HTML behind a JPEG', bytes('\xff\xd8\xff\xe0picture\xff\xd9<html></html>')],
  ['HTML behind the name of a GIF', bytes('GIF89a<html><script>alert(1)</script></html>')],
  ['HTML behind a WebP', bytes(`${riff('WEBP', 'VP8 pixels')}<html></html>`)],
  ['HTML behind a PDF that begins late', bytes('<html>%PDF-1.7\n%%EOF')],
  ['half a PNG', png().subarray(0, 40)],
  ['an archive', bytes(zip('readme.txt'))],
  ['a document with macros', bytes(zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))],
  ['a document with an archive before it', bytes(`GIF89a${zip('[Content_Types].xml', 'word/document.xml')}`)],
  ['a film', bytes(box('ftyp', 'isom') + handler('soun') + handler('vide'))],
  ['a film in WebM', bytes('\x1aE\xdf\xa3\x42\x82\x84webm tracks V_VP9 A_OPUS')],
  ['a program', bytes('MZ\x90\0\x03')],
  ['text in no encoding', bytes('\xc3\x28')],
];
