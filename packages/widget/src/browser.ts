import { type Call, type Commands, call, replay } from './commands.ts';
import type { XiaoerChatElement } from './element.ts';
import { define } from './mount.ts';
import { isBootOptions } from './options.ts';

/** What the loader hands over. */
export interface Handover {
  /** The element in which the launcher was drawn. */
  readonly element: HTMLElement;
  /** Calls made so far, in their order; each is an arguments list. */
  readonly queue: Call[];
}

/**
 * Takes the page over from the loader: the same element, the same button, then the calls that wait. Answers the
 * function that makes calls from now on; null while no shop was named.
 */
export function start({
  element,
  queue,
}: Handover): { commands: Commands; call: (values: unknown[]) => unknown } | null {
  const chat = element as XiaoerChatElement;
  const boot = queue.find(([verb]) => verb === 'boot')?.[1];
  define();
  customElements.upgrade(chat);
  if (isBootOptions(boot)) chat.options = boot;
  if (!chat.isConnected) document.documentElement.append(chat);
  const { commands } = chat;
  if (!commands) return null;
  replay(commands, queue.splice(0));
  return { commands, call: (values) => call(commands, values) };
}
