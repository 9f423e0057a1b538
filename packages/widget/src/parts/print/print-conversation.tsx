import type { TimelineItem } from '@xiaoer/core';
import { render } from 'preact';
import { sheetOf } from '../../content/adopt-sheet.ts';
import print from '../../theme/styles/print.css';
import type { Shell } from '../shell.ts';
import { Printed } from './printed.tsx';

/** While it is printed, a page consists of the conversation. */
const ONLY_US = '@media print{body{display:none!important}}';

/** How long pictures may take to come. */
const PICTURES_MS = 4_000;

/** Everything that can be had of the conversation, from its beginning: what is further back is loaded. */
async function whole({ client, registry }: Shell): Promise<readonly TimelineItem[]> {
  const { messages, hasOlder } = client.peek();
  for (let count = -1; hasOlder.peek() && messages.peek().length > count; ) {
    count = messages.peek().length;
    await client.peek().loadOlder();
  }
  return messages.peek().filter((item) => registry.find(item.content).frame !== 'none');
}

/** Resolves when nothing in a place is on its way any more, or the time is over. */
async function settled(place: HTMLElement): Promise<void> {
  const until = performance.now() + PICTURES_MS;
  const busy = () =>
    place.querySelector('[aria-busy=true]') !== null ||
    [...place.querySelectorAll('img')].some((image) => {
      // What is out of sight would not come.
      image.loading = 'eager';
      return !image.complete;
    });
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (busy() && performance.now() < until);
}

/**
 * Prints the whole conversation, from wherever it stands in the page. It is drawn once more in an element beside the page,
 * which is gone when the dialog of the browser is.
 */
export async function printConversation(shell: Shell): Promise<void> {
  const items = await whole(shell);
  await shell.registry.preload();
  const { root } = shell;
  const host = document.createElement(root.host.localName);
  host.dataset['printing'] = '';
  host.dataset['scheme'] = 'light';
  const paper = host.attachShadow({ mode: 'open' });
  paper.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(print)];
  const place = document.createElement('div');
  place.className = 'root printed';
  place.lang = shell.words.peek().lang;
  paper.append(place);
  document.documentElement.append(host);
  render(<Printed shell={shell} items={items} />, place);
  await settled(place);

  const { adoptedStyleSheets } = document;
  document.adoptedStyleSheets = [...adoptedStyleSheets, sheetOf(ONLY_US)];
  addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheetOf(ONLY_US));
      render(null, place);
      host.remove();
    },
    { once: true },
  );
  window.print();
}
