import type { Page } from 'playwright-core';

/** What a page holds, its shadow roots included. */
export interface Held {
  /** Elements, attributes and addresses that only a text taken for markup can have made. Empty in every story. */
  readonly foreign: readonly string[];
  /** All texts, in the order of the document. */
  readonly text: string;
  /** Whether the page is wider than its window, as a long word makes it that is not broken. */
  readonly tooWide: boolean;
}

/** Looks through the whole page. */
export const hold = (page: Page): Promise<Held> =>
  page.evaluate(() => {
    const foreign: string[] = [];
    const texts: string[] = [];
    const look = (root: Document | ShadowRoot | Element): void => {
      for (const node of root.childNodes) {
        if (node instanceof Text) texts.push(node.data);
        if (!(node instanceof Element)) continue;
        const tag = node.localName;
        if (['iframe', 'object', 'embed', 'base', 'frame', 'applet'].includes(tag)) foreign.push(tag);
        if (tag === 'script' && (node.textContent !== '' || !node.getAttribute('src')?.startsWith('/')))
          foreign.push('script');
        for (const { name, value } of node.attributes) {
          if (name.startsWith('on')) foreign.push(`${tag} ${name}`);
          const address = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'poster', 'data'].includes(
            name,
          );
          if (address && /^\s*(javascript|data|vbscript|blob):/i.test(value)) foreign.push(`${tag} ${name}=${value}`);
          if (address && value === 'x') foreign.push(`${tag} ${name}=x`);
        }
        if (tag === 'style' || tag === 'script') continue;
        if (node.shadowRoot) look(node.shadowRoot);
        look(node);
      }
    };
    look(document);
    return {
      foreign,
      text: texts.join('\n'),
      tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
