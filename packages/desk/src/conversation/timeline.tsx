import type { Conversation } from '@xiaoer/core/desk';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';
import { nameOf } from '../parts/names.ts';
import { isMine } from '../state/serving.ts';
import { type Entry, entriesOf, keepEntries, seenKeyOf } from './entries.ts';
import { LineEntry } from './line-entry.tsx';
import { RunEntry } from './run-entry.tsx';
import { useStickToEnd } from './stick-to-end.ts';

function Older({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useDesk();
  const [busy, setBusy] = useState(false);
  if (!conversation.hasOlder.value) return null;
  const load = async () => {
    setBusy(true);
    try {
      await conversation.loadOlder();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" class="older" aria-disabled={busy} onClick={() => busy || void load()}>
      {t(busy ? 'talk.loading' : 'talk.older')}
    </button>
  );
}

/** The log of one conversation, at its end while the reader is. */
export function Timeline({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t, format } = useDesk();
  const items = conversation.messages.value;
  const before = useRef<readonly Entry[]>([]);
  const entries = useMemo(() => {
    before.current = keepEntries(before.current, entriesOf(items));
    return before.current;
  }, [items]);
  const { box, content, atEnd, toEnd } = useStickToEnd(conversation.id, items[0]?.key, items.length);
  const upTo = conversation.seen.value;
  const seenKey = useMemo(() => seenKeyOf(entries, upTo), [entries, upTo]);
  const [seen, setSeen] = useState(items.length);
  const mine = isMine(desk.client, conversation);
  const writing = conversation.typing.value.filter(({ from }) => from.role === 'shopper');

  useEffect(() => {
    if (!atEnd) return;
    setSeen(items.length);
    if (mine && document.visibilityState === 'visible') conversation.markRead();
  }, [atEnd, items.length, mine, conversation]);

  return (
    <div class="talk">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard. */}
      <section class="talk-scroll" ref={box} tabIndex={0} aria-label={t('talk.messages')}>
        <div class="talk-content" ref={content}>
          <Older conversation={conversation} />
          <ol class="entries">
            {entries.map((entry) => {
              if (entry.is === 'line') return <LineEntry key={entry.key} line={entry} />;
              if (entry.is === 'run') {
                // Only the run with the mark of the reader is drawn anew when the mark moves.
                const seen = entry.items.some(({ key }) => key === seenKey) ? seenKey : undefined;
                return <RunEntry key={entry.key} run={entry} conversation={conversation} seen={seen} />;
              }
              return (
                <li key={entry.key} class="note-entry">
                  <b>{t('talk.note')}</b> <time>{format.time(entry.item.at)}</time>
                  <p>{entry.text}</p>
                </li>
              );
            })}
          </ol>
          {writing.map(({ from }) => (
            <p key={from.id} class="writing-now">
              <span class="strokes" aria-hidden="true" />
              {t('talk.writing', { name: nameOf(from, t) })}
            </p>
          ))}
        </div>
      </section>
      {!atEnd && items.length > seen && (
        <button type="button" class="new-below" onClick={toEnd}>
          <Icon name="down" />
          {t('talk.newBelow', { n: items.length - seen })}
        </button>
      )}
    </div>
  );
}
