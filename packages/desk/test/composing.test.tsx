// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import type { OrderCard } from '@xiaoer/core/protocol';
import { expect, it, onTestFinished, vi } from 'vitest';
import { drawn, held, id, NOW, press, row, settled, type } from './stage.tsx';

const JOINED = {
  seq: 4,
  id: 'e4',
  at: NOW,
  from: { role: 'agent', id: 'agent-linyue', name: 'Lin Yue' },
  kind: 'handoff',
  body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
} as const;

const ORDER: OrderCard = {
  id: 'o42',
  number: 'N42',
  placedAt: NOW,
  status: 'shipped',
  lines: [],
  total: { amount: 100, currency: 'CNY' },
};

const ZHAO = { id: 'agent-zhao', name: 'Zhao', held: 1, capacity: 5, groups: ['vip'] };

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

/** A desk whose agent holds Mei, with the cursor in the field. */
async function writing(more: Parameters<typeof drawn>[1] = {}) {
  const staged = drawn([held('Mei'), row('Li')], more);
  staged.conversation(id('Mei')).receive(JOINED);
  await press('j');
  await press('r');
  return staged;
}

const options = () =>
  [...document.querySelectorAll('#completions [role=option]')].map(({ textContent }) => textContent);

it('offers saved replies after a slash, fills them in, and sends them on Enter', async () => {
  const { house } = await writing();
  await type(field(), '/');
  expect(options()).toHaveLength(3);
  await type(field(), '/gree');
  expect(options()).toEqual(['GreetingHello {shopper}, this is {agent}.']);
  expect(field().getAttribute('aria-activedescendant')).toBe('completions-0');
  await press('Enter', {}, field());
  await settled();
  expect([field().value, options(), house.ops]).toEqual(['Hello Mei, this is Lin Yue.', [], []]);
  await press('Enter', {}, field());
  expect(house.ops.map(({ body }) => body['text'])).toEqual(['Hello Mei, this is Lin Yue.']);
});

it('does not send a blank: the order is asked for, and comes from the shop where it is known', async () => {
  const { house } = await writing();
  await type(field(), '/way');
  await press('Tab', {}, field());
  await settled();
  expect(field().value).toBe('Your order {order} is on its way.');
  await press('Enter', {}, field());
  expect(house.ops).toEqual([]);
  expect(document.body.textContent).toContain('Fill in the order first');
  expect([field().selectionStart, field().selectionEnd]).toEqual([11, 18]);
});

it('names the newest order of the shopper', async () => {
  await writing({ orders: async () => [ORDER] });
  await type(field(), '/way');
  await press('Enter', {}, field());
  await settled();
  expect(field().value).toBe('Your order N42 is on its way.');
});

it('closes the list on Escape without leaving the field, and a second one leaves it', async () => {
  await writing();
  await type(field(), '/');
  await press('Escape', {}, field());
  expect([options(), document.activeElement?.id]).toEqual([[], 'composer']);
  await press('Escape', {}, field());
  expect(document.activeElement?.className).toBe('row chosen');
});

it('asks a colleague by name in a note', async () => {
  const { house, team } = await writing();
  team.value = [ZHAO];
  await press('Escape', {}, field());
  await press('n');
  await type(field(), 'please look @z');
  expect(options()).toEqual(['Zhao']);
  await press('Enter', {}, field());
  await settled();
  await press('Enter', {}, field());
  expect(house.ops.map(({ kind, body }) => [kind, body])).toEqual([
    ['note', { text: 'please look @Zhao ', mentions: ['agent-zhao'] }],
  ]);
});

it('takes a name once, however soon Enter is pressed again', async () => {
  const { house, team } = await writing();
  team.value = [ZHAO];
  await press('Escape', {}, field());
  await press('n');
  await type(field(), 'please look @zh');
  // No frame is drawn between the two.
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
  onTestFinished(() => frames.mockRestore());
  await press('Enter', {}, field());
  expect([field().value, options()]).toEqual(['please look @Zhao ', []]);
  await press('Enter', {}, field());
  expect(house.ops.map(({ body }) => body['text'])).toEqual(['please look @Zhao ']);
});

it('keeps what is written while the order of a saved reply is looked up', async () => {
  let told: (orders: readonly OrderCard[]) => void = () => {};
  const orders = new Promise<readonly OrderCard[]>((resolve) => {
    told = resolve;
  });
  await writing({ orders: () => orders });
  await type(field(), '/way');
  await press('Enter', {}, field());
  await type(field(), '/way See you soon');
  told([ORDER]);
  await settled();
  expect(field().value).toBe('Your order N42 is on its way. See you soon');
});

it('offers what Xiaoer weighed until an agent has answered; Tab takes the first', async () => {
  const { conversation } = await writing();
  const candidates = [
    { kind: 'answer', id: 'late', label: 'late?', score: 0.2, used: false },
    { kind: 'answer', id: 'cost', label: 'cost?', score: 0.6, used: false },
    { kind: 'answer', id: 'given', label: 'given?', score: 0.9, used: true },
    { kind: 'intent', id: 'x', label: 'x', score: 0.9, used: false },
  ];
  const bot = { role: 'bot', id: 'bot' } as const;
  const trace = { turn: 5, decision: 'answer', confidence: 0.6, candidates };
  await act(async () =>
    conversation(id('Mei')).receive({ seq: 6, id: 't', at: NOW, from: bot, kind: 'trace', body: trace }),
  );
  // That a person is called is a turn of its own, without candidates.
  const wish = { turn: 7, decision: 'handoff', confidence: 1, candidates: [] };
  await act(async () =>
    conversation(id('Mei')).receive({ seq: 8, id: 'w', at: NOW, from: bot, kind: 'trace', body: wish }),
  );
  await settled();
  const offered = () =>
    [...document.querySelectorAll('.suggestions button')].map((button) => button.firstChild?.textContent);
  expect(offered()).toEqual(['Answer cost', 'Answer late']);
  expect(await press('Tab', {}, field())).toBe(true);
  expect([field().value, offered()]).toEqual(['Answer cost', []]);
  // With words in the field Tab is the browser's again.
  expect(await press('Tab', {}, field())).toBe(false);
  await press('Enter', {}, field());
  await settled();
  expect(offered()).toEqual([]);
});

it('sends what was pasted as pictures and files, and says why one was refused', async () => {
  const { house } = await writing();
  const files = [new File(['abc'], 'lid.png', { type: 'image/png' }), new File(['a'], 'list.pdf')];
  await act(async () => void fireEvent.paste(field(), { clipboardData: { files } }));
  await settled();
  expect(house.signals.filter((line) => line.includes('attach'))).toEqual([
    `${id('Mei')} attach image lid.png 3`,
    `${id('Mei')} attach file list.pdf 1`,
  ]);
  house.rejectSend = 'file-too-large';
  await act(async () => void fireEvent.paste(field(), { clipboardData: { files } }));
  await settled();
  expect(screen.getByRole('alert').textContent).toContain('larger than can be sent');
});

it('takes an own message back for two minutes, by ↑ and Enter', async () => {
  const { house, desk } = await writing();
  await type(field(), 'wrong words');
  await press('Enter', {}, field());
  await settled();
  await press('ArrowUp', {}, field());
  expect(document.activeElement?.textContent).toBe('Take back');
  await act(async () => (document.activeElement as HTMLElement).click());
  await settled();
  expect(house.ops.map(({ kind, body }) => [kind, body['target']])).toEqual([
    ['text', undefined],
    ['retracted', 5],
  ]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(120_000)));
  expect([document.querySelector('.take-back'), desk.row.value?.mode]).toEqual([null, 'agent']);
});

it('says below the newest own message how far the shopper has read', async () => {
  const { house, conversation } = await writing();
  for (const text of ['one', 'two']) {
    await type(field(), text);
    await press('Enter', {}, field());
  }
  expect(house.ops).toHaveLength(2);
  await act(async () => {
    (conversation(id('Mei')).seen as { value: number }).value = 5;
  });
  const read = [...document.querySelectorAll('.said')].filter((said) => said.textContent?.includes('Read'));
  expect(read.map((said) => said.textContent?.slice(0, 3))).toEqual(['one']);
});

it('passes on with a reason, as a note first; a colleague who is away or full cannot be chosen', async () => {
  const { house, team } = await writing();
  team.value = [
    ZHAO,
    { ...ZHAO, id: 'agent-wu', name: 'Wu', away: true },
    { ...ZHAO, id: 'agent-he', name: 'He', held: 5 },
  ];
  await press('Escape', {}, field());
  await press('a');
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => `${radio.closest('label')?.textContent} ${radio.disabled}`)).toEqual([
    'Zhao 1 of 5, vip false',
    'Wu away, vip true',
    'He 5 of 5, vip true',
    'Whoever of vip is free false',
  ]);
  const go = screen.getByRole('button', { name: 'Pass on now' });
  await act(async () => radios[0]?.click());
  await act(async () => go.click());
  expect(house.ops).toEqual([]);
  await type(screen.getByLabelText<HTMLTextAreaElement>(/^Why/), 'knows teapots');
  await act(async () => go.click());
  await settled();
  expect(house.ops.map(({ kind, body, serving }) => ({ kind, body, serving }))).toEqual([
    { kind: 'note', body: { text: 'To Zhao: knows teapots', mentions: ['agent-zhao'] }, serving: undefined },
    { kind: 'handoff', body: { state: 'requested', agent: { id: 'agent-zhao', name: 'Zhao' } }, serving: 4 },
  ]);
});

it('marks that it has looked where a note asked for it', async () => {
  const { desk, house } = drawn([row('Li', { mentions: ['agent-linyue'], head: 9 })]);
  expect(document.querySelector('.tag')?.textContent).toBe('asks you');
  await act(async () => desk.select(id('Li')));
  await settled();
  expect(house.ops.map(({ kind, body }) => [kind, body])).toEqual([['read', { upTo: 9 }]]);
});
