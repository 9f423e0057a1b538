// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { afterEach, expect, test, vi } from 'vitest';
import { suggestionSource } from '../src/parts/writing/ask-suggestions.ts';
import { mayAsk } from '../src/parts/writing/may-ask.ts';
import '../src/parts/writing/suggestions-chunk.ts';
import { stage } from './stage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  localStorage.clear();
});

const SHIPPING = ['How much is shipping?', 'Is shipping free?', 'Which carrier do you use?'];
const answer = (texts: readonly string[], status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ questions: texts.map((text) => ({ text })) }), { status, headers });

/** A widget whose server answers with what `questions` holds. `asked` records the texts that left the page. */
async function typing(options: Parameters<typeof stage>[0] = {}) {
  const asked: string[] = [];
  const questions = signal<readonly string[]>(SHIPPING);
  vi.stubGlobal('fetch', async (_address: string, { body }: RequestInit) => {
    asked.push(JSON.parse(String(body)).text);
    return answer(questions.value);
  });
  const w = await stage({ open: true, suggestions: 'on', ...options });
  await vi.waitFor(() => w.find('input[type=file]'));
  const field = w.field();
  field.focus();
  const offered = () => w.all('[role=option]').map(({ textContent }) => textContent);
  const active = () => {
    const id = field.getAttribute('aria-activedescendant');
    return id === null ? null : (w.root.querySelector(`[id="${id}"]`)?.textContent ?? `no ${id}`);
  };
  return {
    ...w,
    asked,
    questions,
    field,
    offered,
    active,
    sent: () => w.calls.filter((call) => call.startsWith('send')),
    async write(text: string) {
      await w.type(text);
      field.setSelectionRange(text.length, text.length);
    },
    seen: () => vi.waitFor(() => expect(offered()).toEqual(questions.value), { timeout: 2_000 }),
    press: (key: string, more: KeyboardEventInit & { keyCode?: number } = {}) => w.key(field, { key, ...more }),
  };
}

test('arrows go through the questions and back into the field, Enter sends the one they stand at', async () => {
  const w = await typing();
  await w.write('ship');
  await w.seen();
  expect(w.field.getAttribute('aria-controls')).toBe(w.find('[role=listbox]').id);
  const way: (string | null)[] = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
    await w.press(key);
    way.push(w.active());
  }
  expect(way).toEqual([SHIPPING[0], SHIPPING[1], SHIPPING[2], null, SHIPPING[2], SHIPPING[1]]);
  expect((await w.press('Enter')).defaultPrevented).toBe(true);
  expect(w.sent()).toEqual([expect.stringContaining('"Is shipping free?"')]);
  expect([w.offered(), w.field.value, w.active()]).toEqual([[], '', null]);
});

test('without a chosen one Enter sends what was written, and Escape closes the list before the panel', async () => {
  const w = await typing();
  await w.write('ship');
  await w.seen();
  await w.press('Escape');
  expect(w.offered()).toEqual([]);
  expect(w.find('[part=panel]')).toBeTruthy();
  await w.write('shipp');
  await w.seen();
  await w.press('Enter');
  expect(w.sent()).toEqual([expect.stringContaining('"shipp"')]);
  expect(w.offered()).toEqual([]);
});

test('a press chooses; the field keeps the cursor', async () => {
  const w = await typing();
  await w.write('ship');
  await w.seen();
  const option = w.all('[role=option]')[2] as HTMLElement;
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  option.dispatchEvent(down);
  expect(down.defaultPrevented).toBe(true);
  option.click();
  await vi.waitFor(() => expect(w.sent()).toEqual([expect.stringContaining('"Which carrier do you use?"')]));
});

test('while an input method composes, nothing is asked and no key is taken', async () => {
  const w = await typing();
  w.questions.value = ['运费怎么算？'];
  await w.write('运费');
  await w.seen();
  w.field.dispatchEvent(new CompositionEvent('compositionstart'));
  await w.type('运费duo');
  for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
    expect((await w.press('ArrowDown', more)).defaultPrevented).toBe(false);
    expect((await w.press('Enter', more)).defaultPrevented).toBe(false);
  }
  expect([w.active(), w.sent()]).toEqual([null, []]);
  await w.type('运费多');
  w.field.dispatchEvent(new CompositionEvent('compositionend'));
  await vi.waitFor(() => expect(w.asked).toEqual(['运费', '运费多']), { timeout: 2_000 });
});

test('the arrows are the field’s own in the middle of a text, and with a key held', async () => {
  const w = await typing();
  await w.write('ship');
  await w.seen();
  w.field.setSelectionRange(1, 1);
  expect((await w.press('ArrowDown')).defaultPrevented).toBe(false);
  w.field.setSelectionRange(4, 4);
  expect((await w.press('ArrowDown', { shiftKey: true })).defaultPrevented).toBe(false);
  expect(w.active()).toBe(null);
});

test('nothing is asked where the page says so, before consent, or while a person answers', async () => {
  for (const options of [{ suggestions: 'off' }, { consent: 'ask' }] as const) {
    const w = await typing(options);
    await w.write('ship');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(w.asked).toEqual([]);
    w.commands.destroy();
  }
  const w = await typing();
  await w.write('ship');
  await w.seen();
  w.handoff.value = { ...w.handoff.value, mode: 'agent' };
  await vi.waitFor(() => expect(w.offered()).toEqual([]));
});

test('what belongs to one person does not leave the page, nor what is no question', () => {
  for (const text of ['mei@example.com', 'call 138 0000 0001', 'N20261042', '12345678', '?!', 'a\nb', 'x'.repeat(201)])
    expect([text, mayAsk(text)]).toEqual([text, false]);
  for (const text of ['运', 'size 42', 'under 300', 'is 100% wool?', 'x'.repeat(200)]) expect(mayAsk(text)).toBe(true);
});

test('an answer is kept, a failure is a pause, and a server without suggestions is left alone', async () => {
  const answers: (Response | Error)[] = [
    answer(['A?', 'B?', 'C?', 'D?']),
    answer([], 429, { 'Retry-After': '60' }),
    new Error('network'),
    new Response('{"questions":[{"text":3},null,{"text":"E?"}]}'),
    answer([], 404),
  ];
  let asked = 0;
  let now = 0;
  const source = suggestionSource(
    'https://house.example',
    async () => {
      const next = answers[asked++];
      if (next instanceof Error) throw next;
      return next as Response;
    },
    () => now,
  );
  const { signal: until } = new AbortController();
  const ask = async (text: string) => [await source.ask(text, until), asked];
  expect(await ask('a')).toEqual([['A?', 'B?', 'C?'], 1]);
  expect(await ask('a')).toEqual([['A?', 'B?', 'C?'], 1]);
  expect(await ask('b')).toEqual([[], 2]);
  now += 59_000;
  expect(await ask('b')).toEqual([[], 2]);
  now += 1_000;
  expect(await ask('b')).toEqual([[], 3]);
  now += 30_000;
  expect(await ask('b')).toEqual([['E?'], 4]);
  expect(await ask('c')).toEqual([[], 5]);
  now += 1e9;
  expect(await ask('d')).toEqual([[], 5]);
});

test('one that is stale is given up, and its answer never shown', async () => {
  const aborted: string[] = [];
  const w = await typing();
  vi.stubGlobal('fetch', (_address: string, { body, signal: until }: RequestInit) => {
    const { text } = JSON.parse(String(body));
    return new Promise<Response>((resolve, reject) => {
      until?.addEventListener('abort', () => {
        aborted.push(text);
        reject(new DOMException('stale', 'AbortError'));
      });
      if (text === 'shipping') resolve(answer(['B?']));
    });
  });
  await w.write('shi');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await w.write('shipping');
  await vi.waitFor(() => expect(w.offered()).toEqual(['B?']), { timeout: 2_000 });
  expect(aborted).toEqual(['shi']);
});
