import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Conversation, DeskClient } from '@xiaoer/core/desk';

/** The conversations that are read right now. */
export interface Opened {
  readonly byId: ReadonlySignal<ReadonlyMap<string, Conversation>>;
  readonly current: ReadonlySignal<Conversation | null>;
  /** Reads a conversation anew, from the server's word. */
  refresh(id: string): void;
  /** Goes on reading a conversation while a task in it is unanswered. */
  hold<T>(id: string, task: () => Promise<T>): Promise<T>;
  stop(): void;
}

/**
 * Reads the chosen conversation and the agent's own: typing and unread words of those are wanted in the list. All
 * others are left again, so that a long shift does not end in reading everything.
 */
export function followConversations(
  client: DeskClient,
  selected: ReadonlySignal<string | null>,
  mine: ReadonlySignal<readonly string[]>,
): Opened {
  const byId = signal<ReadonlyMap<string, Conversation>>(new Map());
  const held = signal<readonly string[]>([]);
  const follow = (wanted: ReadonlySet<string>) => {
    const before = byId.peek();
    const next = new Map([...wanted].map((id) => [id, before.get(id) ?? client.conversation(id)]));
    for (const [id, conversation] of before) if (!next.has(id)) conversation.leave();
    if (next.size !== before.size || [...next.keys()].some((id) => !before.has(id))) byId.value = next;
  };
  const stop = effect(() => {
    const wanted = new Set([...(selected.value ? [selected.value] : []), ...mine.value, ...held.value]);
    untracked(() => follow(wanted));
  });
  return {
    byId,
    current: computed(() => (selected.value ? (byId.value.get(selected.value) ?? null) : null)),
    refresh(id) {
      const before = byId.peek().get(id);
      if (!before) return;
      before.leave();
      byId.value = new Map([...byId.peek(), [id, client.conversation(id)]]);
    },
    async hold(id, task) {
      held.value = [...held.peek(), id];
      try {
        return await task();
      } finally {
        const at = held.peek().indexOf(id);
        held.value = held.peek().filter((_, n) => n !== at);
      }
    },
    stop,
  };
}
