import { effect } from '@preact/signals-core';
import type { Chat, Extension } from '../../state/extension.ts';
import type { Shell } from '../shell.ts';
import { createChat } from './create-chat.ts';
import { elementOf } from './element-of.ts';
import { ownEntries } from './own-entries.ts';
import { reportMistake } from './report-mistake.ts';

/** The elements of an extension for the places in the widget. One that cannot be made is reported, and harms no other. */
function slotted({ slots }: Extension, chat: Chat): Element[] {
  const elements: Element[] = [];
  for (const [name, given] of Object.entries(slots ?? {}))
    try {
      const element = elementOf(typeof given === 'function' ? given(chat) : given);
      element.slot = name;
      elements.push(element);
    } catch (error) {
      reportMistake(`the slot ${name}`, error);
    }
  return elements;
}

/** Draws what the page has added, and follows what it adds and takes back. */
export function extend(shell: Shell): void {
  const { registry, extensions } = shell;
  const { host } = shell.root;
  const chat = createChat(shell);
  effect(() => {
    registry.own.value = ownEntries(extensions.value, registry.own.peek(), registry, host, chat);
  });
  const placed = new Map<Extension, Element[]>();
  effect(() => {
    for (const [extension, elements] of placed) {
      if (extensions.value.includes(extension)) continue;
      for (const element of elements) element.remove();
      placed.delete(extension);
    }
    for (const extension of extensions.value) {
      if (placed.has(extension)) continue;
      const elements = slotted(extension, chat);
      placed.set(extension, elements);
      host.append(...elements);
    }
  });
}
