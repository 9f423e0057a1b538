// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import type { Content } from '@xiaoer/core/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import * as kinds from '../../src/content/card-kinds.ts';
import { ContentView, createRegistry } from '../../src/content/index.ts';
import { order } from './examples.ts';
import { replace, settle, stage } from './stage.tsx';

afterEach(() => vi.restoreAllMocks());

test('an unknown kind shows its plain text, and says that it is not all', async () => {
  const { item, show } = await stage();
  const { container } = show(item('bot', { kind: 'unknown', body: { text: 'A **hologram**' } }));
  expect(container.textContent).toBe('A hologramThis needs a newer version of the page to show in full.');
});

test('an unknown kind without text shows the note alone', async () => {
  const { item, show } = await stage({ locale: 'zh-CN' });
  expect(show(item('bot', { kind: 'unknown', body: { x: 1 } })).container.textContent).toBe(
    '刷新页面后才能完整显示这条消息',
  );
});

test('a card that throws shows its text, and gets a new chance with the next version', async () => {
  const { item, show, registry } = await stage();
  let broken = true;
  replace(registry, 'order', 'card', ({ body }) => {
    if (broken) throw new Error('boom');
    return <b>{body.order}</b>;
  });
  const first = item('bot', { kind: 'order', body: { order: 'o1', card: order } });
  const { container, again } = show(first);
  await settle();
  expect(container.textContent).toContain('2207-0418 · shipped · CNY 1126.00');
  expect(container.textContent).toContain('This card could not be shown in full.');
  broken = false;
  again({ ...first, answer: '' });
  await settle();
  expect(container.textContent).toBe('o1');
});

test('a host can replace a kind and its frame', async () => {
  const { item, show, registry } = await stage();
  replace(registry, 'notice', 'bubble', ({ body }) => <em>{body.text}</em>);
  const { container } = show(item('system', { kind: 'notice', body: { text: 'hello' } }));
  expect(container.querySelector('.c-bubble em')?.textContent).toBe('hello');
});

test('cards that cannot be fetched are shown in words, and the next one tries again', async () => {
  let online = false;
  let fetched = 0;
  const registry = createRegistry(async () => {
    fetched += 1;
    if (!online) throw new Error('offline');
    return kinds;
  });
  const { item, context } = await stage();
  const content: Content = { kind: 'order', body: { order: 'o1', card: order } };
  const draw = () => render(<ContentView item={item('bot', content)} registry={registry} context={context} />);
  const first = draw();
  expect(first.container.querySelector('[aria-busy]')).not.toBeNull();
  await vi.waitFor(() => expect(first.container.textContent).toContain('2207-0418 · shipped'));
  online = true;
  const second = draw();
  await settle();
  await settle();
  expect(second.getByRole('button', { name: 'Track' })).toBeTruthy();
  expect(draw().getAllByRole('button', { name: 'Track' })).toBeTruthy();
  expect(fetched).toBe(2);
});

test('the style of the cards is adopted once by each root', async () => {
  const registry = createRegistry(() => Promise.resolve(kinds));
  const { item, context } = await stage();
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const before = shadow.adoptedStyleSheets.length;
  for (let n = 0; n < 2; n++) {
    const place = shadow.appendChild(document.createElement('div'));
    const shown = item('bot', { kind: 'order', body: { order: 'o1', card: order } });
    render(<ContentView item={shown} registry={registry} context={context} />, { container: place });
    await settle();
    await settle();
  }
  expect(shadow.adoptedStyleSheets.length - before).toBe(1);
});
