// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const region = (w: Awaited<ReturnType<typeof stage>>) => w.find('[aria-live]');

test('there is one live region, and the list is none', async () => {
  const w = await stage({ open: true });
  w.add(w.bot('before'), w.me('mine'));
  await settle();
  expect(w.all('[aria-live], [role=log], [role=status]').length).toBe(1);
  expect(region(w).getAttribute('aria-live')).toBe('polite');
});

test('reads what arrives, once and together; never history, never oneself', async () => {
  const w = await stage({ open: true });
  const heard: string[] = [];
  new MutationObserver(() => heard.push(region(w).textContent ?? '')).observe(region(w), {
    childList: true,
    characterData: true,
    subtree: true,
  });
  w.add(w.bot('history'), w.me('mine'));
  await settle();
  w.receive(w.bot('Warm to 5 °C.'));
  w.receive(w.bot('And light.'));
  await vi.waitFor(() => expect(heard).toEqual(['Xiaoer: Warm to 5 °C.\nXiaoer: And light.']));
  // Drawn again, as after a change of the message, it is not read again.
  w.messages.value = [...w.messages.value];
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard.length).toBe(1);
});

test('says who has joined, not the name of the event', async () => {
  const w = await stage({ open: true });
  w.receive(w.of({ kind: 'handoff', body: { state: 'joined', agent: { id: 'a', name: 'Lin Yue' } } }));
  await vi.waitFor(() => expect(region(w).textContent).toBe('Lin Yue is here'));
});

test('reads what the house does, which is no message: once, and never history', async () => {
  const w = await stage({ open: true });
  const said: string[] = [];
  const note = () => said.push(region(w).textContent ?? '');
  new MutationObserver(note).observe(region(w), { childList: true, characterData: true, subtree: true });
  const house = (body: object, kind = 'handoff') => w.of({ kind, body } as never, { role: 'system', id: 'house' });
  const old = house({ state: 'joined', agent: { id: 'a', name: 'Zhao' } });
  w.messages.value = [w.me('hello'), old];
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(said).toEqual([]);
  w.receive(w.bot('Yes.'));
  await vi.waitFor(() => expect(said).toEqual(['Xiaoer: Yes.']));
  w.add(house({ state: 'joined', agent: { id: 'a', name: 'Lin Yue' } }), house({ state: 'asked' }, 'rating'));
  w.add(house({ state: 'declined' }));
  await vi.waitFor(() => expect(said[1]).toMatch(/^Lin Yue is here\nHow was it\?\nNobody is at the counter/), {
    timeout: 2_000,
  });
  expect(said).toHaveLength(2);
});

test('while the panel is closed it tells only that there is something new', async () => {
  const w = await stage();
  w.unread.value = 2;
  w.receive(w.bot('a secret'));
  await vi.waitFor(() => expect(region(w).textContent).toBe('Open chat, 2 new messages'));
});
