// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fitsPage } from '../src/content/fits-page.ts';
import '../src/parts/greeting/greet.tsx';
import '../src/parts/placing/place.ts';
import { settle, stage } from './stage.ts';

beforeEach(() => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  localStorage.clear();
  history.replaceState(null, '', '/');
});

let servers = 0;

/** A server whose merchant has set this; its address is its own, so that nothing is remembered of another. */
function desk(words: object | number) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return typeof words === 'number' ? new Response('', { status: words }) : Response.json(words);
  });
  return { server: `https://inn${++servers}.example`, asked };
}

const QUESTIONS = [
  { pages: ['/product/*'], questions: ['Is it washable?'] },
  { questions: ['Where is my order?', 'Do you deliver on Sunday?'] },
];

test('patterns name pages by their path, and by what follows it only where they say so', () => {
  const page = (path: string, ...patterns: string[]) =>
    fitsPage(patterns, new URL(path, 'https://shop.example') as unknown as Location);
  expect(fitsPage(undefined, { pathname: '/', search: '' })).toBe(true);
  expect([page('/', '/'), page('/?a=1', '/'), page('/cart', '/'), page('/cart', '/x', '/cart')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([
    page('/product/cup', '/product/*'),
    page('/product', '/product/*'),
    page('/de/product/cup', '*/product/*'),
  ]).toEqual([true, false, true]);
  expect([page('/list?sale=1', '/list?*sale=1*'), page('/list', '/list?*sale=1*'), page('/a', '/a*a')]).toEqual([
    true,
    false,
    false,
  ]);
  // Many stars on a long path take no longer than its length.
  expect(page(`/${'a'.repeat(2_000)}`, `${'*a'.repeat(90)}*b`)).toBe(false);
});

test("the desk's questions stand in the open panel, by page, over those of the page itself", async () => {
  const { server, asked } = desk({ greetings: [], questions: QUESTIONS });
  history.replaceState(null, '', '/product/cup');
  const w = await stage({ server, questions: ['Said by the page?'] });
  await settle();
  expect(asked).toEqual([]);
  w.commands.open();
  const shown = () => w.all('.question').map((each) => each.textContent);
  await vi.waitFor(() => expect(shown()).toEqual(['Is it washable?', 'Talk to a person']));
  expect(asked).toEqual([`${server}/shop/page.json?locale=en`]);
  // The page goes on to another one by itself, and tells what it is about.
  history.pushState(null, '', '/cart');
  w.commands.update({ focus: null });
  await vi.waitFor(() => expect(shown().slice(0, 2)).toEqual(['Where is my order?', 'Do you deliver on Sunday?']));
  expect(asked.length).toBe(1);
});

test('where the desk says nothing, or cannot be asked, the page has its own questions', async () => {
  for (const words of [{ greetings: [], questions: [] }, 503, { greetings: 1 }]) {
    const { server } = desk(words);
    const w = await stage({ server, questions: ['Said by the page?'], open: true });
    await vi.waitFor(() => expect(w.all('.question').map((each) => each.textContent)).toEqual(['Said by the page?']));
    w.commands.destroy();
  }
});

test("a greeting that is left to the desk is that of the page, in the desk's name; elsewhere none comes", async () => {
  const { server, asked } = desk({
    name: 'Xiaoman',
    greetings: [
      { pages: ['/product/*'], text: 'Closed today', questions: ['When do you open?'], after: 0.1, every: 1 },
    ],
    questions: [],
  });
  const elsewhere = await stage({ server, greeting: 'desk' });
  await vi.waitFor(() => expect(asked.length).toBe(1));
  await settle();
  expect(elsewhere.all('[part=greeting]').length).toBe(0);
  elsewhere.commands.destroy();
  history.replaceState(null, '', '/product/cup');
  const w = await stage({ server, greeting: 'desk' });
  await vi.waitFor(() => expect(w.all('[part=greeting]').length).toBe(1));
  expect(w.find('[part=greeting] .by').textContent).toContain('Xiaoman');
  expect(w.find('[part=greeting] .greeting-text').textContent).toBe('Closed today');
  expect(localStorage.getItem('xiaoer:demo:greeted')).not.toBe(null);
});

test('who may not be greeted is not asked about: without consent, or after a chat', async () => {
  const { server, asked } = desk({ greetings: [{ text: 'Hello', after: 0 }], questions: [] });
  for (const before of [() => undefined, () => localStorage.setItem('xiaoer:demo', '1')]) {
    before();
    const known = localStorage.length > 0;
    const w = await stage({ server, greeting: 'desk', consent: known ? 'all' : 'none' });
    await settle();
    expect([asked, w.all('[part=greeting]').length]).toEqual([[], 0]);
    w.commands.destroy();
  }
});
