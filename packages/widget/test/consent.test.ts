// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const lives = (calls: readonly string[]) => calls.filter((call) => /^(logout|destroy|connect)/.test(call));

test('from none to functional the conversation begins to be kept; from there to all nothing begins anew', async () => {
  const w = await stage({ open: true, consent: 'none' });
  expect(w.element.dataset['consent']).toBe('none');
  await w.commands.send('hello');
  expect(localStorage.length).toBe(0);
  await w.commands.consent('functional');
  await w.commands.send('hello again');
  expect(localStorage.getItem('xiaoer:demo')).toBe('1');
  const before = lives(w.calls).length;
  const heard: string[] = [];
  w.commands.on('consent:changed', ({ consent }) => heard.push(consent));
  await w.commands.consent('all');
  await w.commands.consent('all');
  await w.commands.consent('functional');
  expect([heard, lives(w.calls).length - before]).toEqual([['all', 'functional'], 0]);
  expect(w.made().map((made) => (made as { store: boolean }).store)).toEqual([false, true]);
});

test('a page that says none wipes what an earlier visit has kept', async () => {
  localStorage.setItem('xiaoer:demo', '1 🙂');
  const w = await stage({ consent: 'none' });
  await vi.waitFor(() => expect(lives(w.calls)).toEqual(['logout', 'destroy']));
  expect([localStorage.length, w.element.dataset['consent']]).toEqual([0, 'none']);
  expect(w.made().map((made) => ({ ...made, locale: '', server: '' }))).toMatchObject([
    { shop: 'demo', server: '', locale: '', store: true, resume: true },
    { shop: 'demo', server: '', locale: '', store: false, resume: false },
  ]);
});

test('who has agreed once is not asked again', async () => {
  localStorage.setItem('xiaoer:demo', '1');
  const w = await stage({ open: true, consent: 'ask' });
  expect(w.element.dataset['consent']).toBe('functional');
});

test('a consent that is none of the three is refused, and changes nothing', async () => {
  const w = await stage({ open: true });
  await expect(w.commands.consent('granted' as 'all')).rejects.toThrow(
    "option consent must be 'none' or 'functional' or 'all' or 'ask'",
  );
  expect([w.element.dataset['consent'], w.made().length]).toEqual(['all', 1]);
});
