/** Paths of the icons on a grid of 20, drawn as strokes. */
const PATHS = {
  clock: 'M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 6.5V10l2.5 1.5',
  alert: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.4v.1',
  check: 'M4 10.5 8 14.5 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  cart: 'M2.5 4H5l1.8 8.5h8L17 6.5H5.6M8 16.2v.1M14 16.2v.1',
  inbox: 'M3 11 5 4h10l2 7v5H3zM3 11h4l1 2h4l1-2h4',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5v.1M8.5 8.5v.1M11.5 8.5v.1M14.5 8.5v.1M6.5 11.7h7',
  note: 'M5 3h7l3.5 3.5V17H5zM11.5 3.2V7h3.8M7.5 10.5h5M7.5 13.5h5',
  chart: 'M3 17h14M5.5 17v-5M10 17V5M14.5 17V9',
  shop: 'M4.5 4h11L17 8v.5a2.3 2.3 0 0 1-4.7 0a2.3 2.3 0 0 1-4.6 0a2.3 2.3 0 0 1-4.7 0V8zM4.5 11.5v5h11v-5M8.5 16.5V13h3v3.5',
  ticket: 'M3 6h14v3a1.5 1.5 0 0 0 0 3v3H3v-3a1.5 1.5 0 0 0 0-3zM12 6.5v8',
  search: 'M9 4a5 5 0 1 0 0 10a5 5 0 0 0 0-10M13 13l3.5 3.5',
  down: 'M5 7.5 10 12.5 15 7.5',
  panel: 'M3 4h14v12H3zM12.5 4v12',
  clip: 'M14.5 9.5 9 15a3.5 3.5 0 0 1-5-5l6-6a2.3 2.3 0 0 1 3.3 3.3L7.6 13a1.1 1.1 0 0 1-1.6-1.6l5-5',
  pause: 'M7 5v10M13 5v10',
  play: 'M6 4.5v11l9-5.5z',
  review: 'M4 4h12v12H4zM6.8 10.2 9 12.4 13.4 7.6',
  reply: 'M4 5h12v8H9l-3 3v-3H4z',
  sound: 'M4 8h3l4-3.5v11L7 12H4zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5.5a6.5 6.5 0 0 1 0 9',
  mute: 'M4 8h3l4-3.5v11L7 12H4zM13.5 8l4 4M17.5 8l-4 4',
  bell: 'M5.5 14V9a4.5 4.5 0 0 1 9 0v5l1.5 1.5H4zM8.5 17.5h3',
  offline: 'M3 3l14 14M4.5 9a8 8 0 0 1 4-2M7 12a4.5 4.5 0 0 1 2.5-1M12 6.6A8 8 0 0 1 15.5 9M10 15.2v.1',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** A drawn icon. It is silent: a word stands beside it, or its button has a name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);

/** The mark: a bubble whose two lines are 二. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path class="mark-bubble" d="M8 5h16a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5h-7l-6 5v-5H8a5 5 0 0 1-5-5V10a5 5 0 0 1 5-5z" />
    <path class="mark-lines" d="M11.5 11.5h9M9 18.5h14" />
  </svg>
);
