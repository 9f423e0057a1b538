/** Names of the colours that are measured: those of the probes in `preview/probe.css`. */
export type Colour =
  | 'text'
  | 'text-2'
  | 'source'
  | 'surface'
  | 'sunken'
  | 'bubble'
  | 'soft'
  | 'accent'
  | 'on-accent'
  | 'accent-text'
  | 'control'
  | 'edge'
  | 'highlight'
  | 'highlight-soft'
  | 'danger'
  | 'ok'
  | 'ok-soft'
  | 'warn'
  | 'warn-soft'
  | 'header'
  | 'on-header'
  | 'on-header-2';

/** A colour upon another, and the least contrast WCAG 2.2 AA asks of the two. */
export interface Pair {
  readonly front: Colour;
  readonly back: Colour;
  /** 4.5 for text, 3 for borders that tell where something is. */
  readonly least: 4.5 | 3;
}

const text = (front: Colour, ...backs: readonly Colour[]): readonly Pair[] =>
  backs.map((back) => ({ front, back, least: 4.5 }));
const border = (front: Colour, back: Colour): Pair => ({ front, back, least: 3 });

/** Every pair that the widget paints. */
export const PAIRS: readonly Pair[] = [
  ...text('text', 'surface', 'bubble', 'soft'),
  ...text('text-2', 'surface', 'sunken', 'bubble', 'highlight-soft'),
  ...text('source', 'bubble'),
  ...text('on-accent', 'accent'),
  ...text('accent-text', 'surface', 'bubble', 'soft'),
  ...text('highlight', 'surface', 'highlight-soft'),
  ...text('surface', 'highlight', 'text'),
  ...text('danger', 'surface'),
  ...text('ok', 'ok-soft'),
  ...text('warn', 'warn-soft'),
  ...text('on-header', 'header'),
  ...text('on-header-2', 'header'),
  border('edge', 'surface'),
  border('control', 'surface'),
];
