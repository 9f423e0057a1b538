import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useShell } from '../state/shell.ts';
import { Day } from './day.tsx';
import { Icon } from './icon.tsx';
import { layOut } from './lay-out.ts';
import { Row } from './row.tsx';
import { TypingRow } from './typing.tsx';
import { useScroll } from './use-scroll.ts';
import { follow, newer, newest, older } from './windowing.ts';

/** How near an edge of the window the next page is drawn, in CSS pixels. */
const EDGE = 400;

/** The conversation: a list without a live region, of which only a window is in the DOM. */
export function Timeline() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const items = useComputed(() =>
    shell.client.value.messages.value.filter((item) => shell.registry.find(item.content).frame !== 'none'),
  );
  const all = items.value;
  const scroll = useScroll(box, list);
  const view = useSignal(newest(all.length));
  const seen = useRef({ first: all[0]?.key, length: all.length, last: all.at(-1)?.key });
  const fresh = useSignal(0);

  // The window follows the timeline before anything is drawn from it.
  const before = seen.current;
  if (before.length !== all.length || before.first !== all[0]?.key || before.last !== all.at(-1)?.key) {
    const added =
      before.first === undefined
        ? 0
        : Math.max(
            0,
            all.findIndex((item) => item.key === before.first),
          );
    const arrived = all.slice(before.length + added);
    // What one says oneself is always shown.
    if (arrived.some((item) => item.mine)) scroll.atEnd.value = true;
    const atEnd = scroll.atEnd.peek();
    view.value = before.length === 0 ? newest(all.length) : follow(view.peek(), all.length, added, atEnd);
    if (!atEnd) fresh.value += arrived.filter((item) => !item.mine).length;
    seen.current = { first: all[0]?.key, length: all.length, last: all.at(-1)?.key };
    // Only what comes while one looks on moves in; history never does.
    if (before.length > 0 && arrived.length > 0 && list.current) list.current.dataset['live'] = '';
  }
  const { start, end } = view.value;
  const hasOlder = client.hasOlder.value;

  const onScroll = () => {
    scroll.onScroll();
    const element = box.current;
    if (!element) return;
    if (element.scrollTop < EDGE) {
      if (view.peek().start > 0) view.value = older(view.peek());
      else if (client.hasOlder.peek()) void client.loadOlder().catch(() => {});
    }
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (below < EDGE && view.peek().end < all.length) view.value = newer(view.peek(), all.length);
  };

  const toEnd = () => {
    view.value = newest(all.length);
    fresh.value = 0;
    scroll.toEnd();
  };

  const atEnd = scroll.atEnd.value && end === all.length;
  useLayoutEffect(() => {
    if (atEnd) fresh.value = 0;
  }, [atEnd, fresh]);

  useMarkRead(atEnd, all.at(-1)?.key);

  return (
    <div class="timeline-box">
      <section
        class="timeline"
        part="timeline"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('timeline.label')}
        onScroll={onScroll}
      >
        {(hasOlder || start > 0) && (
          <button type="button" class="older link" onClick={() => void client.loadOlder().catch(() => {})}>
            {t('timeline.older')}
          </button>
        )}
        <ol class="list" ref={list}>
          {layOut(all.slice(start, end), shell.unreadFrom.value, (item) => shell.registry.find(item.content).frame).map(
            (line) =>
              line.is === 'item' ? (
                <Row key={line.key} item={line.item} head={line.head} />
              ) : line.is === 'day' ? (
                <Day key={line.key} at={line.at} />
              ) : (
                <li key={line.key} class="unread">
                  <span>{t('timeline.new')}</span>
                </li>
              ),
          )}
        </ol>
        <TypingRow />
      </section>
      {!atEnd && (
        <button
          type="button"
          class="pill"
          aria-label={fresh.value > 0 ? undefined : t('timeline.latest')}
          onClick={toEnd}
        >
          <Icon name="down" />
          {fresh.value > 0 && t('timeline.pill', { n: fresh.value })}
        </button>
      )}
    </div>
  );
}

/** Everything at the end was seen, while the page is looked at. */
function useMarkRead(atEnd: boolean, last: string | undefined): void {
  const shell = useShell();
  useEffect(() => {
    if (!atEnd) return;
    const mark = () => {
      const client = shell.client.peek();
      if (document.visibilityState === 'visible' && client.unread.peek() > 0) client.markRead();
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [shell, atEnd, last]);
}
