import { isSafeUrl } from '@xiaoer/core/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Inline, parseMarkup } from '../../src/content/parse-markup.ts';

const inline = (part: Inline): string =>
  typeof part === 'string'
    ? part
    : 'href' in part
      ? `<a ${part.href}>${part.inside.map(inline).join('')}</a>`
      : `<${part.mark}>${part.inside.map(inline).join('')}</${part.mark}>`;

const shown = (text: string) =>
  parseMarkup(text)
    .map((block) =>
      block.kind === 'lines'
        ? block.inside.map(inline).join('')
        : block.items.map((item) => `- ${item.map(inline).join('')}`).join('\n'),
    )
    .join('\n');

const words = (part: Inline): string => (typeof part === 'string' ? part : part.inside.map(words).join(''));
const plain = (text: string) =>
  parseMarkup(text)
    .flatMap((block) => (block.kind === 'lines' ? [block.inside] : block.items).map((line) => line.map(words).join('')))
    .join('\n');

test.each([
  ['a **bold** word', 'a <strong>bold</strong> word'],
  ['**粗体**和*强调*', '<strong>粗体</strong>和<em>强调</em>'],
  ['`30 °C` and **`x`**', '<code>30 °C</code> and <strong><code>x</code></strong>'],
  ['two lines\nof text', 'two lines\nof text'],
  ['list:\n- one\n- *two*\nend', 'list:\n- one\n- <em>two</em>\nend'],
  ['see [care](https://a.example/care).', 'see <a https://a.example/care>care</a>.'],
  ['[path](/help)', '<a /help>path</a>'],
  ['看https://a.example/x?y=1。谢谢', '看<a https://a.example/x?y=1>https://a.example/x?y=1</a>。谢谢'],
  ['(at https://a.example/x).', '(at <a https://a.example/x>https://a.example/x</a>).'],
])('%s', (text, marked) => {
  expect(shown(text)).toBe(marked);
});

test.each([
  '200*230*40 cm',
  '2 * 3 * 4',
  '** not bold **',
  'an open **mark',
  '[run](javascript:alert(1))',
  '[run](data:text/html,x)',
  '[run](//evil.example)',
  '<b>html</b> & <script>x</script>',
  '-no list',
  '',
])('leaves "%s" as it was typed', (text) => {
  expect(shown(text)).toBe(text);
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('*', '**', '`', '[', ']', '(', ')', '- ', '\n', 'http://a.b/c', 'javascript:x', '<img>', '&lt;'),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('羊毛被', ' ', '200'),
  ),
  { maxLength: 40 },
);

test('text without marks is kept to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab 羊毛.,:;!?<>&"\'/\\()]{}#_~|\n') }), (text) => {
      expect(plain(text)).toBe(text);
    }),
  );
});

test('nothing but marks and addresses goes, and every address is safe', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const hrefs: string[] = [];
      const collect = (part: Inline): void => {
        if (typeof part === 'string') return;
        if ('href' in part) hrefs.push(part.href);
        part.inside.forEach(collect);
      };
      for (const block of parseMarkup(text))
        for (const line of block.kind === 'lines' ? [block.inside] : block.items) line.forEach(collect);
      expect(hrefs.filter((href) => !isSafeUrl(href))).toEqual([]);

      // What is shown is what was typed with some characters left out; those are marks, spaces of lists or addresses.
      const out = [...plain(text)];
      let gone = '';
      for (const char of text.replace(/\r\n/g, '\n')) {
        if (out[0] === char) out.shift();
        else gone += char;
      }
      expect(out).toEqual([]);
      let rest = gone;
      for (const href of hrefs) rest = rest.replace(href, '');
      expect(rest.replace(/[*`[\]()\-• \n]/g, '').length).toBeLessThanOrEqual(hrefs.join('').length);
    }),
    { numRuns: 300 },
  );
});

test('a message of nothing but opening marks is read in one pass', () => {
  for (const mark of ['*', '**', '`', '[', '[a](', 'http://'])
    expect(plain(mark.repeat(4000 / mark.length))).toContain(mark[0]);
});
