import type { TimelineItem } from '@xiaoer/core';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { part } from '../content/part.tsx';
import { layOut } from './lay-out.ts';
import { Row } from './row.tsx';
import { type Shell, useShell } from './shell.ts';
import { TypingRow } from './typing.tsx';
import { useComputed, useSignal } from './use-signal.ts';
import { newest } from './window.ts';

/** How near the end counts as at the end, in CSS pixels. */
const NEAR = 48;

/** Whether an item is to be seen. */
export const drawn = (shell: Shell, item: TimelineItem): boolean => shell.registry.find(item.content).frame !== 'none';

/**
 * The conversation: a list without a live region. It shows the newest page and follows the end; reading back, and
 * everything that holds the place meanwhile, comes with the extras.
 */
export const Timeline = part(function Timeline() {
  const shell = useShell();
  const { t, format } = shell.words.value;
  const box = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useSignal(true);
  const extras = shell.extras.chunk.value;
  const reading = useMemo(() => extras?.createReading(shell, box, list, atEnd), [shell, extras, atEnd]);
  const items = useComputed(() => shell.client.value.messages.value.filter((item) => drawn(shell, item)));
  const all = items.value;
  const last = all.at(-1);
  const seen = useRef(last?.key);

  if (seen.current !== last?.key) {
    // What one says oneself is always shown.
    if (last?.mine) atEnd.value = true;
    // Only what comes while one looks on moves in; history never does.
    if (seen.current && list.current) list.current.dataset['live'] = '';
    seen.current = last?.key;
  }
  const { start, end } = reading?.follow(all) ?? newest(all.length);
  const atBottom = atEnd.value && end === all.length;

  // After every drawing, before it is painted.
  useLayoutEffect(() => {
    if (atEnd.peek() && box.current) box.current.scrollTop = box.current.scrollHeight;
    else reading?.hold();
  });
  useEffect(() => reading?.watch(), [reading]);
  useMarkRead(shell, atBottom, last?.key);

  return (
    <div class="timeline-box">
      <section
        class="timeline"
        part="timeline"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={t('timeline.label')}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.value = scrollHeight - scrollTop - clientHeight < NEAR;
          reading?.moved();
        }}
      >
        {extras && reading && <extras.Older reading={reading} above={start} />}
        <ol class="list" ref={list}>
          {layOut(all.slice(start, end), shell.unreadFrom.value, (item) => shell.registry.find(item.content).frame).map(
            (line) =>
              line.is === 'item' ? (
                <Row key={line.key} item={line.item} head={line.head} />
              ) : (
                <li key={line.key} class={line.is}>
                  {line.is === 'day' ? format.day(line.at) : t('timeline.new')}
                </li>
              ),
          )}
        </ol>
        <TypingRow />
      </section>
      {extras && reading && !atBottom && <extras.Pill reading={reading} />}
    </div>
  );
});

/** Everything at the end was seen, while the page is looked at. */
function useMarkRead(shell: Shell, atEnd: boolean, last: string | undefined): void {
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
