// @vitest-environment happy-dom
import type { TimelineItem } from '@xiaoer/core';
import type { Content } from '@xiaoer/core/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import '../src/content/card-kinds.ts';
import type { CardView, Extension, OwnCard } from '../src/state/extension.ts';
import { order } from './content/examples.ts';
import { reported, settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  reported.length = 0;
});

type Stage = Awaited<ReturnType<typeof stage>>;

interface Visit {
  readonly text: string;
  readonly place: string;
}

const isVisit = (body: unknown): body is Visit => typeof (body as { place?: unknown }).place === 'string';
const visit = (w: Stage, body: object): TimelineItem => w.of({ kind: 'visit', body } as unknown as Content);
const HANGZHOU = { text: 'Come and see us', place: 'Hangzhou' };

/** What stands in the light of the page, in the places of the widget. */
const slotted = (w: Stage) =>
  [...w.element.children].map((each) => `${each.slot.replace(/\d+$/, 'n')}: ${each.textContent}`);
const mistakes = () => reported.map((error) => (error as Error).message);

/** A panel in which the second stage has come. */
async function opened(...extensions: readonly Extension[]) {
  const w = await stage({ open: true });
  const undo = extensions.map((extension) => w.commands.extend(extension));
  await vi.waitFor(() => w.find('.questions'));
  await settle();
  return { ...w, undo };
}

const shows = (draw: OwnCard<Visit>['draw'], more: Partial<OwnCard<Visit>> = {}): Extension => ({
  cards: { visit: { fits: isVisit, draw, ...more } as OwnCard<Visit> },
});

const paragraph = (text: string) => Object.assign(document.createElement('p'), { textContent: text });

test('a kind of the page’s own is drawn by the page, drawn again when it changes, and ended when it goes', async () => {
  const timeline: string[] = [];
  const draw = ({ body, item, signal }: CardView<Visit>, before: Element | undefined) => {
    timeline.push(`draw ${body.place} ${item.answer ?? '-'} ${before ? 'again' : 'first'}`);
    if (!before) signal.addEventListener('abort', () => timeline.push('end'));
    const element = before ?? document.createElement('section');
    element.textContent = `${body.place} ${item.answer ?? ''}`.trim();
    return element;
  };
  const w = await opened(shows(draw));
  const item = visit(w, HANGZHOU);
  w.add(item);
  await vi.waitFor(() => expect(slotted(w)).toEqual(['xiaoer-card-n: Hangzhou']));
  const [drawn] = w.element.children;
  expect(w.root.querySelector(`slot[name="${drawn?.slot}"]`)?.closest('[data-key]')).not.toBeNull();
  w.messages.value = [{ ...item, answer: 'fri' }];
  await settle();
  expect(w.element.children[0]).toBe(drawn);
  expect(slotted(w)).toEqual(['xiaoer-card-n: Hangzhou fri']);
  w.messages.value = [];
  await settle();
  expect(slotted(w)).toEqual([]);
  expect(timeline).toEqual(['draw Hangzhou - first', 'draw Hangzhou fri again', 'end']);
});

test('a card answers in the shopper’s name', async () => {
  const w = await opened(
    shows((card, before) => {
      const button = document.createElement('button');
      button.onclick = () => void card.reply('Friday, please', { value: 'fri' });
      return before ?? button;
    }),
  );
  const item = visit(w, HANGZHOU);
  w.add({ ...item, seq: undefined, status: 'queued' });
  await vi.waitFor(() => expect(w.element.children.length).toBe(1));
  // What was drawn before the message had a number answers it under the number.
  w.messages.value = [item];
  await settle();
  (w.element.children[0] as HTMLButtonElement).click();
  await settle();
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([
    'send "text" {"text":"Friday, please","reply":{"to":1,"value":"fri"}}',
  ]);
});

test('a card that throws, rejects or gives no element shows its text; those beside it stand, and the next version has a new chance', async () => {
  const draws: Readonly<Record<string, () => Element | Promise<Element>>> = {
    throws: () => {
      throw new Error('boom');
    },
    rejects: () => Promise.reject(new Error('no network')),
    words: () => 'words' as unknown as Element,
    good: () => paragraph('drawn'),
    late: () => Promise.resolve(paragraph('drawn late')),
  };
  const w = await opened(shows(({ body }) => (draws[body.place] as () => Element)()));
  const items = Object.keys(draws).map((place) => visit(w, { text: `Visit ${place}`, place }));
  w.add(...items, w.bot('after'));
  await vi.waitFor(() => expect(slotted(w)).toEqual(['xiaoer-card-n: drawn', 'xiaoer-card-n: drawn late']));
  await settle();
  const rows = () => w.all('[data-key] .c-item').map((row) => row.textContent);
  const fallen = (place: string) => `Visit ${place}This card could not be shown in full.`;
  expect(rows()).toEqual([fallen('throws'), fallen('rejects'), fallen('words'), '', '', 'after']);
  expect(mistakes()).toEqual([
    'xiaoer: extend: the card visit: boom',
    'xiaoer: extend: the card visit: it must give an element, and gave string',
    'xiaoer: extend: the card visit: no network',
  ]);
  w.messages.value = w.messages.value.map((item) =>
    item.key === items[0]?.key ? visit(w, { text: 'Visit', place: 'good' }) : item,
  );
  await settle();
  expect(slotted(w).filter((line) => line.endsWith(': drawn')).length).toBe(2);
});

test('a body that does not fit is never given to the page: of its own kind by its guard, of a kind of the house by the house’s', async () => {
  const seen: unknown[] = [];
  const draw = ({ body }: CardView) => {
    seen.push(body);
    return paragraph('drawn');
  };
  const w = await opened({ cards: { visit: { fits: isVisit, draw }, order: { draw } } });
  w.add(
    visit(w, { text: 'Nowhere', place: 7 }),
    visit(w, HANGZHOU),
    w.of({ kind: 'order', body: { order: 7 } } as unknown as Content),
    w.of({ kind: 'order', body: { order: 'o1', card: order } }),
  );
  await vi.waitFor(() => expect(slotted(w).length).toBe(2));
  expect(seen).toEqual([HANGZHOU, { order: 'o1', card: order }]);
  expect(w.all('[data-key] .c-item').map((row) => row.textContent)[0]).toContain('Nowhere');
});

test('added late, taken back: what is on the screen follows, and other cards keep their drawings', async () => {
  const w = await opened(shows(() => paragraph('visit')));
  w.add(visit(w, HANGZHOU), w.bot('hello'));
  await vi.waitFor(() => expect(slotted(w)).toEqual(['xiaoer-card-n: visit']));
  const [drawn] = w.element.children;
  const undo = w.commands.extend({
    cards: { text: { frame: 'bubble', draw: ({ item }) => paragraph(`own ${item.seq}`) } },
  });
  await vi.waitFor(() => expect(slotted(w)).toEqual(['xiaoer-card-n: visit', 'xiaoer-card-n: own 2']));
  expect(w.element.children[0]).toBe(drawn);
  expect(w.all('.c-bubble slot').length).toBe(1);
  undo();
  await vi.waitFor(() => expect(slotted(w)).toEqual(['xiaoer-card-n: visit']));
  expect(w.find('.c-bubble').textContent).toBe('hello');
  w.undo[0]?.();
  await vi.waitFor(() => expect(slotted(w)).toEqual([]));
  expect(w.all('[data-key] .c-item')[0]?.textContent).toContain('Come and see us');
});

test('what is no card, no slot or no action is told to the page, and the rest works', async () => {
  const w = await opened({
    cards: {
      'Not A Kind': { draw: () => paragraph('x') },
      hidden: { draw: () => paragraph('x') },
      drawless: {} as OwnCard,
      visit: { frame: 'round' as 'card', draw: () => paragraph('x') },
    },
    slots: {
      header: 'words' as unknown as Element,
      empty() {
        throw new Error('boom');
      },
      composer: paragraph('above'),
    },
    actions: [
      { label: '', run: () => {} },
      { label: 'Fine', run: () => {} },
    ],
  });
  await settle();
  expect(slotted(w)).toEqual(['composer: above']);
  expect(mistakes().sort()).toEqual([
    'xiaoer: extend: an action: its label must be a text that is not empty',
    'xiaoer: extend: the card Not A Kind: a kind is lower case letters, digits, dots and dashes, 32 at most',
    'xiaoer: extend: the card drawless: it needs a function draw(card, before)',
    'xiaoer: extend: the card hidden: messages of this kind are marks of the house and are not drawn',
    "xiaoer: extend: the card visit: frame must be 'card', 'bubble' or 'line'",
    'xiaoer: extend: the slot empty: boom',
    'xiaoer: extend: the slot header: it must give an element, and gave string',
  ]);
});

test('places of the page: made once, kept while the panel comes and goes, taken away with the extension', async () => {
  let made = 0;
  const w = await opened({ slots: { header: () => paragraph(`strip ${++made}`), empty: paragraph('tea is on sale') } });
  w.commands.close();
  await settle();
  w.commands.open();
  await settle();
  expect(slotted(w)).toEqual(['header: strip 1', 'empty: tea is on sale']);
  expect(w.all('slot').map((slot) => slot.getAttribute('name'))).toEqual(['header', 'empty', 'composer']);
  w.undo[0]?.();
  expect(slotted(w)).toEqual([]);
});

test('actions of the page stand in the menu of the plus, beside attaching; a mistake is told to the shopper and the page', async () => {
  const w = await opened({
    actions: [
      { label: (locale) => `Wishlist (${locale})`, run: (chat) => chat.send('product', { product: 'duvet' }) },
      { label: 'Greet', run: (chat) => chat.insert('Hello') },
      {
        label: 'Break',
        run: async () => {
          throw new Error('no wishlist');
        },
      },
    ],
  });
  const plus = () => w.find<HTMLButtonElement>('.plus > .tool');
  const choose = async (name: string) => {
    plus().click();
    await settle();
    w.all('.plus [role=menuitem]')
      .find((entry) => entry.textContent === name)
      ?.click();
    await settle();
  };
  expect([plus().getAttribute('aria-label'), plus().getAttribute('aria-haspopup')]).toEqual([
    'Add to the message',
    'menu',
  ]);
  plus().click();
  await settle();
  expect(w.all('.plus [role=menuitem]').map((entry) => entry.textContent)).toEqual([
    'Attach a picture or a file',
    'Wishlist (en)',
    'Greet',
    'Break',
  ]);
  plus().click();
  await settle();
  await choose('Wishlist (en)');
  await choose('Greet');
  await choose('Break');
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual(['send "product" {"product":"duvet"}']);
  expect(w.draft.value).toBe('Hello');
  expect(mistakes()).toEqual(['xiaoer: extend: the action Break: no wishlist']);
  expect(w.find('.foot [role=alert]').textContent).toBe('That could not be done now. Please try again.');
});

test('nothing of an extension is asked before the panel is open', async () => {
  const w = await stage();
  const asked: string[] = [];
  w.commands.extend({
    actions: [{ label: () => String(asked.push('label')), run: () => {} }],
    slots: {
      header: () => {
        asked.push('slot');
        return paragraph('x');
      },
    },
  });
  await settle();
  expect([asked, slotted(w)]).toEqual([[], []]);
});
