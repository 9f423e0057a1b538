import { type Signal, signal } from '@preact/signals-core';
import type { TimelineItem } from '@xiaoer/core';
import type { RefObject } from 'preact';
import { Icon } from '../content/icon.tsx';
import { DOWN } from '../content/icon-paths.ts';
import type { Shell } from './shell.ts';
import { shellPart } from './shell-part.tsx';
import { newest, type Window } from './window.ts';
import { follow, newer, older } from './windowing.ts';

/** How near an edge of the window the next page is drawn, in CSS pixels. */
const EDGE = 400;

/** The place of the reader in a long conversation, of which only a window is in the DOM. */
export interface Reading {
  /** The window after what has changed, told before anything is drawn from it. */
  follow(all: readonly TimelineItem[]): Window;
  /** Puts the row that was read back where it stood. */
  hold(): void;
  /** Holds the place while things grow: a picture, the keyboard, a panel that is made taller. */
  watch(): () => void;
  /** The reader has scrolled. */
  moved(): void;
  /** Arrivals that have not been in sight. */
  readonly fresh: Signal<number>;
  /** One page further back: of what is here, or from the server. */
  back(): void;
  toEnd(): void;
}

/** The row that is held still while something above it changes. */
interface Anchor {
  readonly key: string | undefined;
  readonly top: number;
}

const rowsOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[data-key]')];

function findAnchor(box: HTMLElement): Anchor | null {
  const row = rowsOf(box).find((each) => each.offsetTop + each.offsetHeight > box.scrollTop);
  return row ? { key: row.dataset['key'], top: row.offsetTop - box.scrollTop } : null;
}

/** How many of `all` came before the item that was the first one. */
const addedBefore = (all: readonly TimelineItem[], first: string | undefined): number =>
  first === undefined
    ? 0
    : Math.max(
        0,
        all.findIndex((item) => item.key === first),
      );

/**
 * Never moves what is being read; at the end it follows. The browser's own anchoring is switched off in the sheet: it
 * does nothing at the very top, and Safari has none.
 */
export function createReading(
  shell: Shell,
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  atEnd: Signal<boolean>,
): Reading {
  const view = signal<Window>(newest(0));
  const fresh = signal(0);
  let anchor: Anchor | null = null;
  let seen: { readonly first: string | undefined; readonly last: string | undefined; readonly length: number } | null =
    null;
  let length = 0;

  const hold = () => {
    const row = anchor && box.current && rowsOf(box.current).find((each) => each.dataset['key'] === anchor?.key);
    if (row && box.current && anchor) box.current.scrollTop = row.offsetTop - anchor.top;
  };
  const settle = () => {
    if (atEnd.peek() && box.current) box.current.scrollTop = box.current.scrollHeight;
    else hold();
  };

  const back = () => {
    const client = shell.client.peek();
    if (view.peek().start > 0) view.value = older(view.peek());
    else if (client.hasOlder.peek()) client.loadOlder().catch(() => {});
  };

  return {
    fresh,
    hold,
    back,
    follow(all) {
      length = all.length;
      const now = { first: all[0]?.key, last: all.at(-1)?.key, length };
      if (!seen || seen.length === 0) view.value = newest(length);
      else if (seen.length !== length || seen.first !== now.first || seen.last !== now.last) {
        const added = addedBefore(all, seen.first);
        const arrived = all.slice(seen.length + added).filter((item) => !item.mine);
        view.value = follow(view.peek(), length, added, atEnd.peek());
        if (!atEnd.peek()) fresh.value += arrived.length;
      }
      seen = now;
      if (atEnd.peek() && view.value.end === length && fresh.peek() > 0) fresh.value = 0;
      return view.value;
    },
    watch() {
      const observer = new ResizeObserver(settle);
      for (const element of [box.current, list.current]) if (element) observer.observe(element);
      return () => observer.disconnect();
    },
    moved() {
      const element = box.current;
      if (!element) return;
      anchor = findAnchor(element);
      if (element.scrollTop < EDGE) back();
      const below = element.scrollHeight - element.scrollTop - element.clientHeight;
      if (below < EDGE && view.peek().end < length) view.value = newer(view.peek(), length);
    },
    toEnd() {
      view.value = newest(length);
      atEnd.value = true;
      settle();
    },
  };
}

/** The way to what is above, for who does not scroll. `above`: how much of it is here already. */
export const Older = shellPart((shell, { reading, above }: { readonly reading: Reading; readonly above: number }) => {
  if (!shell.client.value.hasOlder.value && above === 0) return null;
  return (
    <button type="button" class="older link" onClick={reading.back}>
      {shell.words.value.t('timeline.older')}
    </button>
  );
});

/** The way back to the end, with the number of what has come meanwhile. */
export const Pill = shellPart((shell, { reading }: { readonly reading: Reading }) => {
  const { t } = shell.words.value;
  const n = reading.fresh.value;
  return (
    <button type="button" class="pill" aria-label={n > 0 ? undefined : t('timeline.latest')} onClick={reading.toEnd}>
      <Icon path={DOWN} />
      {n > 0 && t('timeline.pill', { n })}
    </button>
  );
});
