import { expect, test } from 'vitest';
import { helpRows } from '../src/shops/help/help-rows.ts';

const taken = (text: string, format: 'markdown' | 'html', locales = ['en', 'zh-CN']) => {
  const { rows, skipped, flag } = helpRows(text, format, locales);
  return [
    ...rows.map(({ line, value, flag: own }) => `${line} ${value['question']} → ${value['answer']}${own ? ' ?' : ''}`),
    ...skipped.map(({ line, reason }) => `${line} skipped ${reason}`),
    ...(flag === undefined ? [] : [`flag ${flag}`]),
  ];
};

test('Markdown: headings, bold questions and Q and A lines, with the text under them', () => {
  const page = [
    '---',
    'title: Help',
    '---',
    '# Help',
    'Welcome.',
    '## How much is shipping? {#cost}',
    'Free from **50 euro**, see [the table](https://shop.example/table) or [below](#x).',
    '- Express 9 euro',
    '![a van](van.png)',
    '**Can I return it?**',
    'Within 14 days.',
    'Returns',
    '-------',
    'Unused goods only.',
    '```',
    '# no heading',
    '```',
    'Q: When do you send it?',
    'A: Within a day.',
    '## Nothing here',
  ].join('\n');
  expect(taken(page, 'markdown')).toEqual([
    '6 How much is shipping? → Free from **50 euro**, see the table (https://shop.example/table) or below.\n- Express 9 euro',
    '10 Can I return it? → Within 14 days.',
    '12 Returns → Unused goods only.\n# no heading ?',
    '18 When do you send it? → Within a day.',
    '4 skipped "Help": it is the title of the page, and the text under it an introduction',
    '20 skipped "Nothing here": there is no text under it',
  ]);
});

test('HTML: what a shopper reads is taken, menus, forms and scripts are not', () => {
  const page = `<!doctype html>
<html lang="en"><head><title>Help</title><style>h2 { color: red }</style></head><body>
<nav><h2>Menu</h2><p>Home</p></nav><main>
<h1>Delivery</h1><p>All about parcels.</p>
<h2 id=cost>How much is it?</h2><p>Free from &euro;50 &amp; up, else <b>&#8364;4.90</b>.</p>
<ul><li>Express: 9<li>Islands: 12</ul><script>document.write("<h2>No</h2>")</script>
<table><tr><th>Zone<th>Days<tr><td>EU<td>3</table>
<details><summary>Can I track it?</summary>Yes.</details>
<dl><dt>Do you send on Sundays?</dt><dd>No.</dd></dl>
<form><h2>Ask us</h2><input></form></main><footer><h2>About</h2><p>Us</p></footer>`;
  expect(taken(page, 'html')).toEqual([
    '5 How much is it? → Free from €50 & up, else €4.90.\n- Express: 9\n- Islands: 12\nZone · Days\nEU · 3',
    '8 Can I track it? → Yes.',
    '9 Do you send on Sundays? → No.',
    '4 skipped "Delivery": it is the title of the page, and the text under it an introduction',
  ]);
});

test('a page that tells its questions to machines is read from that, with its address and language', () => {
  const data = {
    '@type': 'FAQPage',
    mainEntity: [
      { '@type': 'Question', name: '运费多少？', acceptedAnswer: { '@type': 'Answer', text: '<p>满 99 元包邮。</p>' } },
    ],
  };
  const page = `<html lang="zh"><head><link rel="canonical" href="https://shop.example/help"></head>
<script type="application/ld+json">${JSON.stringify(data)}</script><h2>Other</h2><p>text</p>`;
  const { rows, flag } = helpRows(page, 'html', ['en', 'zh-CN']);
  expect(rows.map(({ value }) => value)).toEqual([
    {
      id: expect.stringMatching(/^q-[\da-f]{12}$/),
      question: { 'zh-CN': '运费多少？' },
      answer: { 'zh-CN': '满 99 元包邮。' },
      url: 'https://shop.example/help',
    },
  ]);
  expect(flag).toContain('1 questions were taken');
});

test.each([
  ['', []],
  ['<p>only text', ['1 skipped the text before the first heading belongs to no question']],
  ['<h2>Why?</h2><p>So <b>it <i>is', ['1 Why? → So it is']],
  ['<h2 title="a>b">Why?</h2>1 < 2 &unknown; &#0;', ['1 Why? → 1 < 2 &unknown;']],
  ['<h2>Why?</h2><script>if (a < b) "</h2>', ['1 skipped "Why?": there is no text under it']],
  ['<h2>Why?</h2><!-- <p>hidden</p> --><p>shown</p><!-- open', ['1 Why? → shown']],
])('markup with mistakes is read as far as it goes: %s', (page, expected) => {
  expect(taken(page, 'html')).toEqual(expected);
});
