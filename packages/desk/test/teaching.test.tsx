// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { changesOfDraft, NO_DRAFT, rowsOf, withAnswer } from '../src/merchant/teaching/draft.ts';
import type { KnowledgeAnswer } from '../src/merchant/teaching/knowledge-answer.ts';
import { press, settled, type as typeInto } from './stage.tsx';
import { EFFECT, FEE, house, SHIFT, WASH } from './teaching-house.ts';
import { click, field, opened } from './teaching-stage.tsx';

it('tells a draft as single changes, so that later versions do not lean on all of an answer', () => {
  const edited: KnowledgeAnswer = {
    ...FEE,
    answer: { 'zh-CN': '满 88 元包邮。', en: 'Free from 99. ' },
    phrasings: [{ en: 'postage' }],
    when: { regions: [], until: 5 },
  };
  const draft = withAnswer(withAnswer(NO_DRAFT, 'fee', edited, FEE), 'wash', undefined, WASH);
  expect(changesOfDraft({ ...draft, sentences: { wrong: 0.05, sent: 0.2 } })).toEqual([
    {
      do: 'edit',
      answer: 'fee',
      set: { answer: { 'zh-CN': '满 88 元包邮。', en: 'Free from 99.' }, when: { until: 5 } },
    },
    { do: 'unphrase', answer: 'fee', text: '包邮吗' },
    { do: 'phrase', answer: 'fee', text: 'postage', lang: 'en' },
    { do: 'remove', answer: 'wash' },
    { do: 'thresholds', sentences: { wrong: 0.05, sent: 0.2 } },
  ]);
  // What was there and is taken out is null; spaces alone are no change.
  const bare = withAnswer(NO_DRAFT, 'fee', FEE, { ...FEE, url: '/fees' });
  expect(changesOfDraft(bare)).toEqual([{ do: 'edit', answer: 'fee', set: { url: null } }]);
  const spaced = withAnswer(NO_DRAFT, 'wash', { ...WASH, question: { en: 'How to wash it? ' } }, WASH);
  expect([changesOfDraft(spaced), rowsOf([WASH], spaced)[0]?.state]).toEqual([[], 'same']);
});

it('changes an answer, shows the effect, asks for a note, and saves once', async () => {
  const { server, teaching } = await opened('answers');
  await press('j');
  await typeInto(field(/^Answer English/), 'Free from 99.');
  await typeInto(field(/^Another way to ask/), 'what about the postage\nand the fee');
  await press('Enter', {}, field(/^Another way to ask/));
  expect(teaching.changes.value).toHaveLength(3);
  await press('s');
  await settled();
  expect(server.next('/preview')).toEqual({ changes: teaching.changes.value });
  expect(screen.getByRole('dialog').textContent).toContain('“what about the postage” asks for “How much is shipping?”');
  expect(screen.getByRole('row', { name: /^Answered, of all messages 75% 80% \+5 better$/ })).toBeTruthy();
  expect(screen.getByRole('dialog').textContent).toContain(
    'Before: did not know. Then: answered “How much is shipping?”.',
  );
  // Without a note nothing is saved.
  await click(/^Save as a version/);
  expect(server.next('/versions')).toBeUndefined();
  await typeInto(field(/^Note/), 'New limit');
  // The answer is lost on its way: the same wish again has the same name.
  server.refuseOnce(503, { code: 'busy' });
  await click(/^Save as a version/);
  expect(screen.getByRole('alert').textContent).toContain('Try again');
  await click(/^Save as a version/);
  const [first, second] = server.sent.filter(({ path }) => path === '/versions');
  expect(second?.body).toEqual(first?.body);
  expect(second?.body).toMatchObject({ note: 'New limit', base: 0 });
  expect([teaching.changes.value, screen.queryByRole('dialog')]).toEqual([[], null]);
  expect(screen.getByText(/Saved as version 1/)).toBeTruthy();
});

it('saves nothing that is refused, and says what breaks', async () => {
  const { server } = await opened('answers');
  const broke = [{ ...SHIFT, text: 'is it free', before: SHIFT.after, after: SHIFT.before, own: false }];
  server.setEffect({ ...EFFECT, precision: { before: 0.9, after: 0.5 }, won: [], broke, refused: true });
  await press('j');
  await press('e');
  await press('s');
  await settled();
  await typeInto(field(/^Note/), 'Away with it');
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('fewer would be right (90% before, 50% after)');
  expect(dialog.textContent).toContain('is it free');
  await click(/^Save as a version/);
  expect(server.next('/versions')).toBeUndefined();
});

it('keeps what is not saved over the page, a reload and a lost line; each admin has their own', async () => {
  const first = await opened('answers');
  await press('n');
  await typeInto(field(/^Question English/), 'Do you engrave?');
  first.desk.merchant.go({ page: 'versions' });
  await settled();
  first.page.unmount();
  const again = await opened('answers', house(), first.storage);
  const [row] = again.teaching.rows.value;
  expect([row?.state, row?.answer.question]).toEqual(['new', { en: 'Do you engrave?' }]);
  // It has no text yet, which is told before anything is asked.
  await press('s');
  await settled();
  expect(screen.getByRole('dialog').textContent).toContain('One answer has no question or no text yet');
  expect(again.server.next('/preview')).toBeUndefined();
  expect([...first.storage.kept.keys()]).toEqual(['xiaoer-desk-teaching:agent-linyue']);
});

it('finds answers by their words, the question first, and tells what is not saved', async () => {
  const { teaching } = await opened('answers');
  await typeInto(screen.getByRole<HTMLInputElement>('searchbox'), 'FREE');
  expect(screen.getAllByText(/^1 answer$/)).toHaveLength(1);
  teaching.write('wash', { ...WASH, answer: { en: 'Not free' } });
  await settled();
  expect([...document.querySelectorAll('.shop-row b')].map((one) => one.textContent)).toEqual([
    'How much is shipping?',
    'How to wash it?',
  ]);
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'unsaved' } });
  await settled();
  expect([...document.querySelectorAll('.shop-row b')].map((one) => one.textContent)).toEqual(['How to wash it?']);
});

it('says that the server did not answer, and asks again', async () => {
  let down = true;
  const server = house();
  const ask = (address: string, init?: RequestInit) =>
    down ? Promise.reject(new TypeError('offline')) : server.ask(address, init);
  await opened('answers', { ...server, ask });
  expect(screen.getByText('The server did not answer.')).toBeTruthy();
  down = false;
  await click(/^Try again/);
  expect(document.querySelectorAll('.shop-row')).toHaveLength(2);
});
