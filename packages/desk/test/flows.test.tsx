// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { Flow, Flows } from '../src/merchant/flows/flow.ts';
import { placeIn } from '../src/merchant/flows/flow-text.tsx';
import { NEW_FLOW } from '../src/merchant/flows/new-flow.ts';
import { outlineOf, pathsIn } from '../src/merchant/flows/outline.ts';
import { drawn, noPrivacy, press, settled, type } from './stage.tsx';

const FLOW: Flow = {
  id: 'gift-note',
  title: { 'zh-CN': '贺卡', en: 'a gift note' },
  phrases: 'add a gift note',
  slots: { note: { type: 'text', label: 'Note', ask: 'What shall it say?' } },
  steps: [
    { ask: 'note' },
    { if: { all: [{ known: 'policy.returnDays' }, { not: { can: 'gifts.note' } }] }, yes: 'late', no: 'sure' },
    { id: 'sure', confirm: 'The note: {note}?', no: 'end' },
    { call: 'gifts.note', errors: { 'too-late': 'late' }, next: 'end' },
    { id: 'late', person: 'I bring a person.' },
  ],
};
const row = {
  id: FLOW.id,
  from: 'desk',
  below: null,
  off: false,
  flow: FLOW,
  text: '{\n  "id": "gift-note"\n}',
} as const;

it('tells the steps with where each goes on', () => {
  expect(
    outlineOf(FLOW).map(({ kind, names, ways }) => [
      kind,
      names.join(),
      ways.map(({ when, to }) => `${when} ${to}`).join(),
    ]),
  ).toEqual([
    ['ask', 'note', ''],
    ['if', 'policy.returnDays,gifts.note', 'yes 5,no 3'],
    ['confirm', '', 'no undefined'],
    ['write', '', 'error 5,next undefined'],
    ['person', '', ''],
  ]);
  expect(
    pathsIn({ any: [{ signedIn: true }, { value: 'order.total', atLeast: 3 }, { since: 'order.placedAt', days: 7 }] }),
  ).toEqual(['signed-in', 'order.total', 'order.placedAt']);
  expect([placeIn('ab\ncd', 2, 2), placeIn('ab\ncd', 1, 1)]).toEqual([4, 0]);
  expect(JSON.parse(NEW_FLOW)).toMatchObject({ id: 'my-flow' });
});

/** The page over a server with one flow. */
async function opened() {
  const asked: string[] = [];
  let found: object = { problems: [{ line: 2, column: 3, message: 'there is no slot “nothing”' }] };
  let now: Flows = { base: 3, tools: [], flows: [row] };
  const { desk, storage } = drawn([], {
    privacy: { ...noPrivacy, role: async () => 'admin' as const },
    ask: async (address, init) => {
      if (address.endsWith('/check')) return Response.json(found);
      if (init?.method !== 'POST') return Response.json(now);
      const { id: _, ...body } = JSON.parse(String(init.body));
      asked.push(JSON.stringify(body));
      return Response.json({ version: 4 });
    },
  });
  await settled();
  await act(async () => desk.merchant.go({ page: 'flows' }));
  await vi.waitFor(() => screen.getByRole('heading', { level: 1, name: 'Flows' }));
  await settled();
  return {
    desk,
    asked,
    storage,
    finds: (next: object) => {
      found = next;
    },
    becomes: (next: Flows) => {
      now = next;
    },
  };
}

it('shows what a flow does and switches it off', async () => {
  const { asked, becomes } = await opened();
  await press('j');
  expect(screen.getByText(/your systems do not do this/)).toBeTruthy();
  becomes({ base: 4, tools: [], flows: [{ ...row, off: true }] });
  await act(async () => screen.getByRole('switch').click());
  await settled();
  expect(asked).toEqual(['{"base":3,"changes":[{"do":"set","place":"flows-off/gift-note","to":true}]}']);
  expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(false);
  expect(screen.getByText(/Who is in the middle of it goes on/)).toBeTruthy();
});

it('checks a text as one types, goes to the very place, and saves only what is whole; a draft outlives the page', async () => {
  const { asked, finds, storage, desk } = await opened();
  await act(async () => desk.merchant.go({ page: 'flows', item: 'gift-note' }));
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the flow' });
  await type(area, '{\n  "id": 7\n}');
  await act(async () => void (await vi.advanceTimersByTimeAsync(350)));
  await act(async () => screen.getByRole('button', { name: 'Line 2' }).click());
  expect([area.selectionStart, document.activeElement === area]).toEqual([4, true]);
  const save = () => screen.getByRole('button', { name: 'Save' });
  await act(async () => save().click());
  expect([asked, [...storage.kept.values()].join()]).toEqual([[], expect.stringContaining('id\\": 7')]);
  finds({ problems: [], flow: FLOW });
  await type(area, '{ "id": "gift-note" }');
  await act(async () => void (await vi.advanceTimersByTimeAsync(350)));
  await act(async () => save().click());
  await settled();
  expect(asked).toEqual([
    '{"base":3,"changes":[{"do":"set","place":"flows/gift-note","to":"{ \\"id\\": \\"gift-note\\" }"}]}',
  ]);
  expect(screen.queryByText('not saved')).toBeNull();
});
