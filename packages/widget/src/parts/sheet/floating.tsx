import type { Signal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { shellPart } from '../shell-part.tsx';
import { followViewport } from './follow-viewport.ts';
import { Sheet } from './sheet.tsx';

/** What a panel above the page needs from the second stage on: to stay in sight, and on a phone to be a sheet. */
export const Floating = shellPart(
  (
    shell,
    props: {
      readonly panel: RefObject<HTMLElement | null>;
      readonly tall: Signal<boolean>;
    },
  ) => {
    const { panel } = props;
    useLayoutEffect(() => {
      if (!panel.current) return;
      const ended = new AbortController();
      followViewport(panel.current, ended.signal);
      return () => ended.abort();
    }, [panel]);
    return shell.phone.value ? <Sheet {...props} /> : null;
  },
);
