// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  vi.restoreAllMocks();
});

const sent = (calls: string[]) => calls.filter((call) => call.startsWith('send '));

test('Enter sends, Shift+Enter does not', async () => {
  const w = await stage({ open: true });
  await w.type('  Is it warm?  ');
  await w.key(w.field(), { key: 'Enter', shiftKey: true });
  expect(sent(w.calls)).toEqual([]);
  await w.key(w.field(), { key: 'Enter' });
  expect(sent(w.calls)).toEqual(['send "text" {"text":"Is it warm?"}']);
  expect(w.field().value).toBe('');
});

test('what is written while somebody is being signed in leaves as theirs', async () => {
  const w = await stage({ open: true });
  let give = (_token: string) => {};
  const signing = w.commands.identify(() => new Promise<string>((resolve) => (give = resolve)));
  await w.type('Where is my order?');
  await w.key(w.field(), { key: 'Enter' });
  await settle();
  expect([sent(w.calls), w.field().value]).toEqual([[], 'Where is my order?']);
  give('token-1');
  await signing;
  await settle();
  expect(w.calls.filter((call) => /^(identify|send )/.test(call))).toEqual([
    'identify "token-1"',
    'send "text" {"text":"Where is my order?"}',
  ]);
});

test('Enter that chooses a candidate of an input method does not send', async () => {
  const w = await stage({ open: true });
  await w.type('那外套 zen me xi');
  await w.key(w.field(), { key: 'Enter', isComposing: true });
  // Safari tells the end of a composition only by the old key code.
  await w.key(w.field(), { key: 'Enter', keyCode: 229 });
  expect(sent(w.calls)).toEqual([]);
  expect(w.field().value).toBe('那外套 zen me xi');
});

test('on a phone Enter is a new line', async () => {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query.includes('479') ? ({ matches: true, addEventListener: () => {} } as unknown as MediaQueryList) : real(query),
  );
  const w = await stage({ open: true });
  await w.type('one');
  const event = await w.key(w.field(), { key: 'Enter' });
  expect(event.defaultPrevented).toBe(false);
  expect(sent(w.calls)).toEqual([]);
  await w.press('[part=send]');
  expect(sent(w.calls)).toEqual(['send "text" {"text":"one"}']);
});

test('words that could not be kept come back, before what was written meanwhile', async () => {
  const w = await stage({ open: true });
  w.refuse(Object.assign(new Error('full'), { code: 'outbox-full' }));
  await w.type('first');
  const event = w.key(w.field(), { key: 'Enter' });
  await event;
  expect(w.field().value).toBe('first');
  expect(w.find('[role=alert]').textContent).toContain('Many messages are waiting');
});

test('a text that is too long is counted and not sent', async () => {
  const w = await stage({ open: true });
  await w.type('x'.repeat(4003));
  await w.press('[part=send]');
  expect(sent(w.calls)).toEqual([]);
  expect(w.find('[role=alert]').textContent).toBe('Too long by 3 characters');
});

test('the draft outlives the panel', async () => {
  const w = await stage({ open: true });
  await w.type('half a sent');
  w.commands.close();
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(w.all('textarea')).toEqual([]);
  w.commands.open();
  await settle();
  expect(w.field().value).toBe('half a sent');
});

test('an emoji goes to where the cursor is, and is remembered', async () => {
  const w = await stage({ open: true });
  await w.type('tea please');
  w.field().setSelectionRange(3, 3);
  await w.press('[aria-label=Emoji]');
  await vi.waitFor(() => w.find('[part=picker]'));
  await w.press('.cell[aria-label=teapot]');
  expect(w.field().value).toBe('tea🫖 please');
  expect(w.all('.group').map((group) => group.textContent)[0]).toBe('Recent');
  expect(localStorage.length).toBe(0);
  // Escape closes the drawer first, and the panel next.
  await w.key(w.field(), { key: 'Escape' });
  expect([w.all('[part=picker]').length, w.all('[role=dialog]:not(.closing)').length]).toEqual([0, 1]);
  await w.key(w.field(), { key: 'Escape' });
  expect(w.all('[role=dialog]:not(.closing)').length).toBe(0);
  await vi.waitFor(() => expect(w.all('[role=dialog]')).toEqual([]));
});
