// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import '../src/parts/placing/place.ts';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

test('in the page: drawn whole without a link and without focus; the first press opens it, and a link in it does not', async () => {
  const w = await stage({ mode: 'inline', privacy: '/privacy' });
  await vi.waitFor(() => w.find('.question'));
  const region = w.find('[part=panel]');
  expect([region.getAttribute('role'), region.getAttribute('aria-modal'), w.calls, w.root.activeElement]).toEqual([
    'region',
    null,
    [],
    null,
  ]);
  const opened: string[] = [];
  w.commands.on('panel:opened', () => opened.push('opened'));
  const press = (selector: string) =>
    w.find(selector).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  press('.privacy a');
  expect([opened, w.calls]).toEqual([[], []]);
  press('.question');
  expect([opened, w.calls[0]]).toEqual([['opened'], 'connect']);
  w.commands.close();
  await new Promise((resolve) => setTimeout(resolve, 220));
  expect(w.all('[part=panel]').length).toBe(1);
});

test('the launcher goes and comes with the option', async () => {
  const w = await stage({ launcher: false });
  await vi.waitFor(() => expect(w.element.dataset['launcher']).toBe('false'));
  w.commands.update({ launcher: true });
  expect(w.element.dataset['launcher']).toBe('true');
  w.commands.destroy();
  w.commands.update({ launcher: false });
  await settle();
  expect(w.element.dataset['launcher']).toBe('true');
});
