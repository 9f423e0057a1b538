// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const closed = () => new Promise((resolve) => setTimeout(resolve, 220));

test('focus goes into the field on open, and back to the launcher on every close', async () => {
  const w = await stage();
  const launcher = w.find('[part=launcher]');
  const trail: string[] = [];
  const note = (step: string) =>
    trail.push(`${step} → ${w.root.activeElement?.className} expanded ${launcher.getAttribute('aria-expanded')}`);

  await w.press('[part=launcher]');
  note('pressed');
  await w.key(w.field(), { key: 'Escape' });
  note('Escape');
  await closed();
  w.commands.open();
  await settle();
  note('open');
  await w.press('[aria-label=Close]');
  note('closed by its button');
  await closed();
  expect(trail).toEqual([
    'pressed → field expanded true',
    'Escape → launcher expanded false',
    'open → field expanded true',
    'closed by its button → launcher expanded false',
  ]);
  expect(w.all('[role=dialog]')).toEqual([]);
});

test('the dialog is named and does not claim to be modal on a desktop', async () => {
  const w = await stage({ open: true });
  w.shop.value = { name: 'Yunlai Home', agents: 1 };
  await settle();
  const dialog = w.find('[role=dialog]');
  expect(dialog.getAttribute('aria-modal')).toBe('false');
  expect(w.find(`#${dialog.getAttribute('aria-labelledby')}`).textContent).toBe('Yunlai Home');
  expect(w.find('.state').textContent).toBe('Automatic assistant');
});
