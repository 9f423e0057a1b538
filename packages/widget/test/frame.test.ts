// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Call } from '../src/commands.ts';
import { start as startFrame } from '../src/frame.ts';
import { mountInto } from '../src/mount-into.tsx';
import { loadTable } from '../src/state/load-table.ts';
import { PARTS } from '../src/theme/tokens.ts';
import { fakeClient } from './fake-client.ts';

const rest = vi.hoisted(() => ({
  start:
    (_element: HTMLElement): unknown =>
    () => {},
}));
vi.mock('../src/browser.ts', () => ({ start: (element: HTMLElement) => rest.start(element) }));

/** What the loader has drawn. */
function loaded(attributes: Record<string, string> = {}) {
  const element = document.body.appendChild(document.createElement('div'));
  element.setAttribute('locale', 'en');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const root = element.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  root.appendChild(document.createElement('div')).append(button);
  return { element, root, button, field: () => root.querySelector('textarea') };
}
const begin = ({ element }: ReturnType<typeof loaded>, queue: Call[] = [['open']]) => startFrame(element, queue, {});

afterEach(() => {
  document.body.replaceChildren();
  rest.start = () => () => {};
});

test('one can write before the widget is there, and it goes on with the same field and the same words', async () => {
  const page = loaded();
  const fake = fakeClient();
  let before: Element | null = null;
  rest.start = (element) => {
    before = page.field();
    (before as HTMLTextAreaElement).value = 'Is it warm';
    mountInto(element, { shop: 'demo', locale: 'en', open: true }, { makeClient: () => fake.client, loadTable });
    return () => {};
  };
  const started = begin(page);
  expect([page.field()?.className, page.button.className]).toEqual(['field', 'launcher']);
  await vi.waitFor(() => expect(page.field()?.placeholder).toBe('Write a message'));
  await started;
  await vi.waitFor(() => expect(page.root.querySelector('[role=dialog]')).not.toBeNull());
  expect(page.field()).toBe(before);
  expect([page.field()?.value, fake.client.draft.value]).toEqual(['Is it warm', 'Is it warm']);
});

test('nothing is drawn before the panel is wanted; a press meanwhile is enough', async () => {
  const page = loaded();
  const started = begin(page, [['on', 'cart:add', () => {}]]);
  expect(page.field()).toBeNull();
  page.button.click();
  expect(page.field()).not.toBeNull();
  await started;
  for (const elsewhere of [{ mode: 'inline' }, { launcher: 'false' }] as Record<string, string>[]) {
    const other = loaded(elsewhere);
    await begin(other);
    expect(other.field()).toBeNull();
  }
});

test('of what is drawn before the widget, the named parts are those that the docs tell of', async () => {
  const page = loaded();
  const started = begin(page);
  const parts = [...page.root.querySelectorAll('[part]')].map((each) => each.getAttribute('part') ?? '');
  expect(parts).toEqual(['panel', 'header', 'composer']);
  expect(parts.filter((part) => !(part in PARTS))).toEqual([]);
  await started;
});

test('a frame goes when the widget does not start, and the next one begins with what was written', async () => {
  const page = loaded();
  rest.start = () => {
    const field = page.field() as HTMLTextAreaElement;
    field.value = 'Hello';
    throw new Error('no widget');
  };
  await expect(begin(page)).rejects.toThrow('no widget');
  expect([page.field(), page.button.isConnected]).toEqual([null, true]);
  rest.start = () => () => {};
  const again = begin(page);
  expect(page.field()?.value).toBe('Hello');
  await again;
});

test('a tab that nobody looks at, which paints nothing, gets its widget all the same', async () => {
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const started = vi.fn(() => () => {});
  rest.start = started;
  await begin(loaded());
  expect([started.mock.calls.length, frames.mock.calls.length]).toEqual([1, 0]);
  for (const spy of [frames, hidden]) spy.mockRestore();
});

// The last: it leaves the modules without a widget.
test('a frame goes when the widget cannot be fetched, which is no error', async () => {
  vi.resetModules();
  vi.doMock('../src/browser.ts', () => {
    throw new TypeError('Failed to fetch');
  });
  const { start } = await import('../src/frame.ts');
  const page = loaded();
  const started = start(page.element, [['open']], {});
  expect(page.field()).not.toBeNull();
  expect([await started, page.field()]).toEqual([undefined, null]);
});
