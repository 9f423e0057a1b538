// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { press, settled, type as typeInto } from './stage.tsx';
import { house, LESSON } from './teaching-house.ts';
import { click, field, opened } from './teaching-stage.tsx';

it('makes a new answer of what was asked, and the question is answered since', async () => {
  const { server, teaching } = await opened('unanswered');
  await press('j');
  expect(screen.getByText('Yes, for 20 yuan.', { selector: 'blockquote' })).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'is engraving possible' }));
  await typeInto(field(/^Answer Chinese/), '可以，加 20 元。');
  await press('t');
  await settled();
  expect(field(/^Note/).value).toBe('Shoppers asked: can you engrave it');
  expect(teaching.changes.value).toEqual([
    {
      do: 'add',
      answer: {
        id: 'learned-c0ffee00',
        question: { en: 'can you engrave it' },
        answer: { en: 'Yes, for 20 yuan.', 'zh-CN': '可以，加 20 元。' },
      },
    },
  ]);
  await click(/^Save as a version/);
  expect(server.next('/versions')).toMatchObject({ note: 'Shoppers asked: can you engrave it' });
  expect(document.querySelectorAll('.shop-row')).toHaveLength(0);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Also what is answered since' }));
  await settled();
  expect(document.querySelector('.shop-row')?.textContent).toContain('answered since');
});

it('takes what was asked into an answer that exists, without what is there already', async () => {
  const { teaching } = await opened('unanswered');
  await press('j');
  await click(/^Ways to ask an answer that exists/);
  await typeInto(screen.getByRole<HTMLInputElement>('searchbox'), 'wash');
  fireEvent.click(screen.getByRole('radio', { name: /How to wash it/ }));
  await settled();
  await press('t');
  await press('t');
  expect(teaching.changes.value).toEqual(
    LESSON.examples.map(({ text }) => ({ do: 'phrase', answer: 'wash', text, lang: 'en' })),
  );
});

it('asks both sides and goes on with what each remembers; alone while nothing is unsaved', async () => {
  const { server, teaching } = await opened('try');
  const ask = async (text: string) => {
    await typeInto(field(/^Ask as a shopper/), text);
    fireEvent.submit(document.querySelector('.trial-bar') as HTMLFormElement);
    await settled();
    await settled();
  };
  await ask('hello');
  expect(screen.queryByRole('article', { name: 'With what is not saved' })).toBeNull();
  teaching.write('wash', undefined);
  await settled();
  await ask('how to wash it');
  expect(server.next('/ask')).toEqual({
    text: 'how to wash it',
    locale: 'en',
    changes: [{ do: 'remove', answer: 'wash' }],
    states: { live: { said: 'As it is' }, draft: { said: 'As it is' } },
  });
  expect(screen.getByText('They differ')).toBeTruthy();
  expect(screen.getByRole('article', { name: 'With what is not saved' }).textContent).toContain('0.91, answered');
  await ask('and then');
  expect(server.next('/ask')).toMatchObject({ states: { live: { said: 'As it is' }, draft: { said: 'As drafted' } } });
});

it('puts two sentences into the draft, shows their effect, and takes them back as shipped', async () => {
  const { server, teaching } = await opened('sure');
  const wrong = screen.getByRole('spinbutton', { name: /may be wrong/ });
  fireEvent.change(wrong, { target: { value: '90' } });
  expect(teaching.changes.value).toEqual([]);
  fireEvent.change(wrong, { target: { value: '2.5' } });
  await settled();
  expect(teaching.changes.value).toEqual([{ do: 'thresholds', sentences: { wrong: 0.025, sent: 0.15 } }]);
  expect(server.next('/preview')).toBeUndefined();
  await vi.advanceTimersByTimeAsync(600);
  await settled();
  expect(server.next('/preview')).toEqual({ changes: teaching.changes.value });
  await click(/^As shipped/);
  expect(teaching.changes.value).toEqual([]);
});

it('tells a version in words, takes it back, and names those that build on it', async () => {
  const server = house();
  await server.ask('/desk/api/learning/versions', {
    method: 'POST',
    body: JSON.stringify({
      note: 'First',
      changes: [{ do: 'add', answer: { id: 'pet', question: { en: 'Pets?' }, answer: { en: 'Small dogs.' } } }],
    }),
  });
  await opened('versions', server);
  await press('j');
  const sheet = document.querySelector('.shop-sheet');
  expect(sheet?.textContent).toContain('New answer: “Pets?”');
  expect(sheet?.textContent).toContain('Small dogs.');
  server.refuseOnce(409, { code: 'needed', by: [2, 5] });
  await press('b');
  const undo = async () => {
    fireEvent.click(document.querySelector('dialog .main') as HTMLElement);
    await settled();
    await settled();
  };
  await undo();
  expect(screen.getByRole('alert').textContent).toBe('Versions 2 and 5 build on it. Take those back first.');
  await undo();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sheet?.textContent).toContain('Taken back by Mei');
  // It cannot be taken back twice.
  await press('b');
  expect(screen.queryByRole('dialog')).toBeNull();
});
