import type { Shell } from '../shell.ts';

/** Where there is no launcher, focus goes back on every close to what of the page had it on opening. Answers what ends it. */
export function returnFocus({ events, options }: Shell): () => void {
  // The press that opened it may have been what fetched this.
  let opener = document.activeElement;
  const ends = [
    events.on('panel:opened', () => {
      opener = document.activeElement;
    }),
    events.on('panel:closed', () => {
      const { mode, launcher } = options.peek();
      if (!mode && launcher === false && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
