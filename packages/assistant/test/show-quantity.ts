import type { Quantity } from '../src/graph/quantity.ts';

const number = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 1000) / 1000);

/** A quantity in one line, as the fixtures write it: `200x230 cm`, `600..900 g`, `..15000 g`, `48x74 cm *2`. */
export const showQuantity = ({ sides, unit, times }: Quantity): string =>
  `${sides.map(({ from, to }) => (from === to ? number(from) : `${number(from)}..${number(to)}`)).join('x')} ${unit}${
    times === undefined ? '' : ` *${times}`
  }`;
