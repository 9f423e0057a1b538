import type { Commands } from './commands.ts';
import { defineElement, TAG, type XiaoerChatElement } from './element.ts';
import { makeClient } from './make-client.ts';
import { mountInto } from './mount-into.tsx';
import { loadTable } from './state/load-table.ts';
import type { WidgetOptions } from './state/options.ts';

/**
 * Defines `<xiaoer-chat>`; a second call does nothing. Needs a DOM, importing this module does not.
 *
 * @param server Address for elements that name none; default the page's own origin.
 */
export const define = (server?: string): void =>
  defineElement((element, options) => mountInto(element, { server, ...options }, { makeClient, loadTable }));

/**
 * Puts a widget into the page. A page has one for a shop: where it is there already, `options` are merged into it.
 *
 * @param target Default `<html>`, so that a zoomed or transformed body does not reach it.
 * @throws TypeError for options of the wrong form.
 */
export function mount(options: WidgetOptions, target: Element = document.documentElement): Commands {
  define();
  for (const element of target.querySelectorAll<XiaoerChatElement>(`:scope > ${TAG}`)) {
    if (element.commands && element.getAttribute('shop') === options.shop) {
      element.commands.update(options);
      return element.commands;
    }
  }
  const element = document.createElement(TAG) as XiaoerChatElement;
  element.setAttribute('shop', options.shop);
  element.options = options;
  target.append(element);
  if (!element.commands) throw new TypeError('xiaoer: option shop must be a text that is not empty');
  return element.commands;
}
