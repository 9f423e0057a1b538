// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { layOut } from '../src/parts/lay-out.ts';
import { PAGE } from '../src/parts/window.ts';
import { fakeClient } from './fake-client.ts';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
});

test('runs have one head; a day, the unread line and ten minutes start another', () => {
  const { bot, me } = fakeClient();
  const noon = new Date(2026, 10, 20, 12).getTime();
  const minute = 60_000;
  const items = [
    bot('a', { at: noon - 1440 * minute }),
    bot('b', { at: noon }),
    bot('c', { at: noon + minute }),
    me('d', { at: noon + 2 * minute }),
    bot('e', { at: noon + 3 * minute }),
    bot('f', { at: noon + 4 * minute }),
    bot('g', { at: noon + 15 * minute }),
  ];
  const text = (item: (typeof items)[number]) => (item.content.body as { text: string }).text;
  const lines = layOut(items, items[5]?.key ?? null, () => 'bubble').map((line) =>
    line.is === 'item' ? `${text(line.item)}${line.head ? ' with a head' : ''}` : line.is,
  );
  expect(lines).toEqual([
    'day',
    'a with a head',
    'day',
    'b with a head',
    'c',
    'd with a head',
    'e with a head',
    'unread',
    'f with a head',
    'g with a head',
  ]);
});

test('a long history puts one page into the DOM', async () => {
  const w = await stage();
  w.add(...Array.from({ length: 1000 }, (_, n) => w.bot(`message ${n}`)));
  w.commands.open();
  await settle();
  expect(w.all('.row').length).toBe(PAGE);
  expect(w.all('.row').at(-1)?.textContent).toContain('message 999');
  w.receive(w.bot('and one more'));
  await settle();
  expect(w.all('.row').at(-1)?.textContent).toContain('and one more');
});

test('what was unread when the panel opened stands below a line, and is then read', async () => {
  const w = await stage();
  w.add(w.bot('old'), w.me('mine'), w.bot('new one'), w.bot('new two'));
  w.unread.value = 2;
  await settle();
  expect(w.find('[part=badge]').textContent).toBe('2');
  w.commands.open();
  await settle();
  expect(w.all('.list > *').map((line) => line.className.split(' ')[0])).toEqual([
    'day',
    'row',
    'row',
    'unread',
    'row',
    'row',
  ]);
  expect(w.calls).toContain('markRead');
  expect(w.all('[part=badge]')).toEqual([]);
});

test('somebody who writes is named, in words', async () => {
  const w = await stage({ open: true });
  w.add(w.me('hello'));
  w.typing.value = [{ from: { role: 'agent', id: 'a', name: 'Lin Yue' } }];
  await settle();
  expect(w.find('.typing [role=img]').getAttribute('aria-label')).toBe('Lin Yue is writing');
});
