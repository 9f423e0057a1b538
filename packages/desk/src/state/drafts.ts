import { type ReadonlySignal, signal } from '@preact/signals';

/** What is being written: an answer to the shopper, or a line for colleagues. */
export type DraftMode = 'reply' | 'note';

/** Where drafts are kept: `localStorage` in the page. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts by conversation and mode. */
export interface Drafts {
  readonly all: ReadonlySignal<Readonly<Record<string, string>>>;
  get(conversation: string, mode: DraftMode): string;
  set(conversation: string, mode: DraftMode, text: string): void;
  /** Takes away what was sent; words written since stay. */
  sent(conversation: string, mode: DraftMode, text: string): void;
  /** Puts back what was refused, above words written since. */
  giveBack(conversation: string, mode: DraftMode, text: string): void;
  /** Reads and keeps the drafts of this agent from now on. What was written before is carried along. */
  belongTo(agent: string): void;
}

const keyOf = (conversation: string, mode: DraftMode): string => `${mode}:${conversation}`;

function read(storage: DraftStorage, name: string): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(name) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry) => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/**
 * Drafts that outlive a switch of conversation, a refusal and a reload. Each agent has their own, so that the next one
 * at the same machine does not find them. A browser that stores nothing keeps them as long as the page.
 */
export function createDrafts(storage: DraftStorage): Drafts {
  const all = signal<Readonly<Record<string, string>>>({});
  let name: string | undefined;

  const keep = (drafts: Readonly<Record<string, string>>) => {
    if (!name) return;
    try {
      if (Object.keys(drafts).length > 0) storage.setItem(name, JSON.stringify(drafts));
      else storage.removeItem(name);
    } catch {
      // A full or forbidden storage must not stop anybody from writing.
    }
  };
  const get = (conversation: string, mode: DraftMode) => all.peek()[keyOf(conversation, mode)] ?? '';
  const set = (conversation: string, mode: DraftMode, text: string) => {
    const key = keyOf(conversation, mode);
    const change = ({ [key]: _, ...others }: Readonly<Record<string, string>>) =>
      text === '' ? others : { ...others, [key]: text };
    all.value = change(all.peek());
    // Another tab of the same agent may have written since: only this draft is put into what is stored now.
    if (name) keep(change(read(storage, name)));
  };

  return {
    all,
    get,
    set,
    sent(conversation, mode, text) {
      const now = get(conversation, mode);
      if (now.startsWith(text)) set(conversation, mode, now.slice(text.length).replace(/^\s+/, ''));
    },
    giveBack(conversation, mode, text) {
      const now = get(conversation, mode);
      set(conversation, mode, now === '' ? text : `${text}\n${now}`);
    },
    belongTo(agent) {
      const next = `xiaoer-desk-drafts:${agent}`;
      if (next === name) return;
      const carried = name ? {} : all.peek();
      name = next;
      all.value = { ...read(storage, next), ...carried };
      keep(all.peek());
    },
  };
}
