import { type Call, call, replay } from './commands.ts';
import type { XiaoerChatElement } from './element.ts';
import { define } from './mount.ts';

/**
 * Takes the page over from the loader: the element in which the launcher was drawn, the same button, then the calls
 * made so far, in their order. The server is the one that this file came from, unless an element names another. From here
 * on the verbs are methods of `xiaoer`, the page's function, too; answered is what makes a call of it.
 *
 * @throws TypeError while no shop was named.
 */
export function start(element: HTMLElement, queue: Call[], xiaoer: object = {}): (values: unknown[]) => unknown {
  let chat = element as XiaoerChatElement;
  // Before the element is defined: being defined, it draws. What is no object is reported when it is called.
  chat.options = { ...(queue.find(([verb]) => verb === 'boot')?.[1] as object) };
  define(new URL(import.meta.url).origin);
  if (!chat.isConnected) document.documentElement.append(chat);
  const { commands } = chat;
  if (!commands) throw new TypeError("xiaoer: name the shop, by data-shop on the tag or xiaoer('boot', { shop })");
  const offer = () => Object.assign(xiaoer, chat.commands);
  offer();
  replay(commands, queue.splice(0));
  return (values) => {
    // What was destroyed can be had again, as the tag said it.
    if (values[0] === 'boot' && !chat.isConnected) {
      chat = Object.assign(chat.cloneNode() as XiaoerChatElement, { options: chat.options });
      document.documentElement.append(chat);
      offer();
    }
    return call(chat.commands ?? commands, values);
  };
}
