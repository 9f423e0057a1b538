// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const log: string[] = [];
/** Whether there is a network. */
let online = true;
const words: string[] = [];

vi.mock('../src/locales/shell/en.ts', () => ({ lang: words.push('en') }));
vi.mock('../src/locales/shell/zh-cn.ts', () => ({ lang: words.push('zh-CN') }));
vi.mock('../src/browser.ts', () => ({}));
vi.mock('../src/frame.ts', () => ({
  start: (element: HTMLElement, queue: unknown[][], xiaoer: object) => {
    log.push(`start ${element.getAttribute('shop')}: ${queue.map((call) => call.join(' ')).join(', ')}`);
    if (!online) return undefined;
    queue.length = 0;
    Object.assign(xiaoer, { open: () => log.push('open by method') });
    return (values: unknown[]) => log.push(values.join(' '));
  },
}));

type Page = typeof window & { xiaoer?: ((...values: unknown[]) => unknown) & { q?: unknown[][]; open?: () => void } };
const page = window as Page;
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Runs the script as the page's parser does, with the attributes of its tag. */
async function run(data: Record<string, string>, supports = true) {
  vi.resetModules();
  vi.stubGlobal('CSS', { supports: () => supports });
  const script = Object.assign(document.createElement('script'), { type: 'text/plain' });
  for (const [name, value] of Object.entries(data)) script.dataset[name] = value;
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  await import('../src/loader/loader.ts');
  await turn();
}
const elements = () => [...document.querySelectorAll('xiaoer-chat')];
const button = () => elements()[0]?.shadowRoot?.querySelector('button') as HTMLButtonElement;

beforeEach(() => {
  log.length = 0;
  Reflect.deleteProperty(page, 'xiaoer');
  localStorage.clear();
});
afterEach(() => {
  for (const each of elements()) each.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

// A module that is replaced is made once: this comes before whoever else wants the words.
test('the words come beside the widget, not before it is wanted and not after it', async () => {
  for (const locale of ['zh-CN', 'en-GB']) {
    await run({ shop: 'demo', locale });
    expect(words).toEqual(locale === 'zh-CN' ? [] : ['zh-CN']);
    button().onfocus?.(new FocusEvent('focus') as never);
    await vi.waitFor(() => expect(words).toEqual(locale === 'zh-CN' ? ['zh-CN'] : ['zh-CN', 'en']));
    elements()[0]?.remove();
    Reflect.deleteProperty(page, 'xiaoer');
  }
});

test('draws the launcher and fetches nothing before somebody wants it', async () => {
  await run({ shop: 'demo', locale: 'zh-CN', label: '' });
  expect(button().getAttribute('aria-label')).toBe('打开对话');
  expect(button().querySelectorAll('svg path').length).toBe(2);
  await turn();
  expect(log).toEqual([]);
  button().onpointerenter?.(new PointerEvent('pointerenter') as never);
  await turn();
  expect(log).toEqual(['start demo: ']);
});

test('a click between the widget and its own handler is not lost', async () => {
  await run({ shop: 'demo' });
  button().onpointerenter?.(new PointerEvent('pointerenter') as never);
  await turn();
  button().click();
  expect(log).toEqual(['start demo: ', 'open']);
});

test('a click before the widget is there opens it once it is', async () => {
  await run({ shop: 'demo' });
  button().click();
  await turn();
  expect(log).toEqual(['start demo: open']);
});

test('without a widget the next press tries again, with everything that was asked for', async () => {
  online = false;
  await run({ shop: 'demo' });
  button().click();
  await turn();
  online = true;
  button().click();
  await turn();
  expect(log).toEqual(['start demo: open', 'start demo: open, open']);
});

test('takes over the calls of a stub', async () => {
  page.xiaoer = Object.assign(() => {}, { q: [['identify', 'token'], ['open']] });
  await run({ shop: 'demo' });
  expect(log).toEqual(['start demo: identify token, open']);
});

test('keeps calls in order; afterwards they are made at once, also as methods', async () => {
  await run({ shop: 'demo' });
  page.xiaoer?.('send', 'hello');
  const undo = page.xiaoer?.('on', 'panel:opened') as () => void;
  undo();
  await turn();
  page.xiaoer?.('close');
  page.xiaoer?.open?.();
  expect(log).toEqual(['start demo: send hello, ', 'close', 'open by method']);
});

test('listening, options and identity wait until somebody wants to talk', async () => {
  await run({ shop: 'demo' });
  page.xiaoer?.('on', 'cart:add');
  page.xiaoer?.('update', 'focus');
  page.xiaoer?.('identify', 'token');
  page.xiaoer?.('track', 'page');
  await turn();
  expect(log).toEqual([]);
  button().click();
  await turn();
  expect(log).toEqual(['start demo: on cart:add, update focus, identify token, track page, open']);
});

test('a second tag does nothing', async () => {
  await run({ shop: 'demo' });
  const first = page.xiaoer;
  await run({ shop: 'demo' });
  expect(elements().length).toBe(1);
  expect(page.xiaoer).toBe(first);
});

test('somebody who has chatted here is told what is new when the page is idle', async () => {
  localStorage.setItem('xiaoer:demo', '1');
  await run({ shop: 'demo' });
  await turn();
  expect(log).toEqual(['start demo: ']);
});

test('a greeting on the tag is brought when the page is idle', async () => {
  await run({ shop: 'demo', greeting: 'Looking for something warm?' });
  expect(elements()[0]?.getAttribute('greeting')).toBe('Looking for something warm?');
  await vi.waitFor(() => expect(log).toEqual(['start demo: ']));
});

test('a browser below the floor gets a plain link, where there is a contact page', async () => {
  await run({ shop: 'demo', contact: '/contact' }, false);
  const link = document.documentElement.querySelector<HTMLAnchorElement>(':scope > a');
  expect([link?.getAttribute('href'), link?.textContent, elements().length]).toEqual(['/contact', 'Open chat', 0]);
  link?.remove();
});
