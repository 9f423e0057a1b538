const PATHS = {
  person: 'M4.5 13.5v-1.5a7.5 7.5 0 0 1 15 0v1.5M4.5 13h3v5.5h-3zM16.5 13h3v5.5h-3zM19.5 18.5c0 2-2 2.7-5 2.7',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.5l6 6 6-6',
  next: 'M9.5 6l6 6-6 6',
  smile: 'M12 3.2a8.8 8.8 0 1 0 0 17.6a8.8 8.8 0 0 0 0-17.6zM8.6 14.2c1.6 2.4 5.2 2.4 6.8 0M9 9.7v.3M15 9.7v.3',
  send: 'M12 19.5V5M6 10.8L12 4.8l6 6',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  warn: 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5',
  parcel: 'M12 3l8 4.2v9.6L12 21l-8-4.2V7.2zM4 7.2l8 4.3l8-4.3M12 11.5V21',
  back: 'M19.5 12a7.5 7.5 0 1 1-2.6-5.7M19.5 3.5v4h-4',
} as const;

/** Name of a drawing. */
export type IconName = keyof typeof PATHS;

/** A line drawing of the shell. It stands beside words or in a named button, so it is hidden from readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
