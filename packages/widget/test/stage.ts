import { vi } from 'vitest';
import '../src/content/in-words.ts';
import '../src/parts/extras.ts';
import { mountInto } from '../src/mount-into.tsx';
import { loadTable } from '../src/state/load-table.ts';
import type { WidgetOptions } from '../src/state/options.ts';
import { fakeClient } from './fake-client.ts';

/** Lets promises, effects and drawings happen. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

/** Errors that reached the page, as happy-dom has no `reportError`. */
export const reported: unknown[] = [];
globalThis.reportError ??= (error) => void reported.push(error);

// There is no server, unless a test has one.
globalThis.fetch = async () => Response.error();

/** A widget with a client that does what the test says. It suggests nothing unless a test wants that: there is no server. */
export async function stage(options: Partial<WidgetOptions> = {}) {
  const fake = fakeClient();
  const element = document.createElement('div');
  document.body.append(element);
  let made: object[] = [];
  const makeClient = (wanted: object) => {
    made = [...made, wanted];
    return fake.client;
  };
  const commands = mountInto(
    element,
    { shop: 'demo', locale: 'en', suggestions: 'off', ...options },
    { makeClient, loadTable },
  );
  const root = element.shadowRoot as ShadowRoot;
  await vi.waitFor(() => {
    if (!root.querySelector('[part=launcher]')) throw new Error('not drawn yet');
  });
  await settle();
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  return {
    ...fake,
    element,
    commands,
    root,
    made: () => made,
    find,
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
    field: () => find<HTMLTextAreaElement>('textarea'),
    async type(text: string) {
      const field = find<HTMLTextAreaElement>('textarea');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settle();
    },
    async key(target: HTMLElement, init: KeyboardEventInit & { keyCode?: number }) {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init });
      if (init.keyCode) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
      target.dispatchEvent(event);
      await settle();
      return event;
    },
    async press(selector: string) {
      find(selector).click();
      await settle();
    },
  };
}
