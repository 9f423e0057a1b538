import type { Signal } from '@preact/signals-core';
import { fits } from '../protocol/fields.ts';
import type { DeltaSignal } from '../protocol/index.ts';
import type { ConversationView } from '../view/conversation-view.ts';

/** The replies that are being written in one conversation. */
export interface Deltas {
  /** A piece has come: the text is cut to its offset, and it goes there. One that leaves a gap is ignored (rule 15). */
  heard(body: DeltaSignal): void;
  /** The rows were folded anew from the log, which knows the openings only. */
  folded(): void;
}

/** Lets the open rows of a view grow: the row becomes another object, all others stay the same. */
export function createDeltas(view: Signal<ConversationView>): Deltas {
  const grown = new Map<string, string>();

  const grow = (id: string, next: (text: string) => string | undefined) => {
    const rows = [...view.peek().rows];
    const n = rows.findLastIndex((row) => row.id === id && row.streaming);
    const row = rows[n];
    if (row?.content.kind !== 'text') {
      grown.delete(id);
      return;
    }
    const { body } = row.content;
    const text = next(body.text);
    if (text === undefined || text === body.text) return;
    grown.set(id, text);
    rows[n] = { ...row, content: { kind: 'text', body: { ...body, text } } };
    view.value = { ...view.peek(), rows };
  };
  return {
    heard(body) {
      if (!fits({ id: 'x', offset: 0, text: '' }, body)) return;
      const { id, offset, text } = body;
      grow(id, (before) => (offset > before.length ? undefined : before.slice(0, offset) + text));
    },
    folded() {
      for (const [id, text] of [...grown]) grow(id, () => text);
    },
  };
}
