/** The look of a series: told by its pattern as well as by its colour. */
export interface Look {
  /** Place among the colours of the sheet, from 1. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6;
  readonly pattern: 'plain' | 'stripes' | 'dots' | 'cross' | 'lines' | 'back';
}

const TILE = 8;

/** The colour of a look as the sheet has it now, in light or dark. */
export const colourOf = (element: Element, { colour }: Pick<Look, 'colour'>): string =>
  getComputedStyle(element).getPropertyValue(`--chart-${colour}`).trim();

const STROKES: Readonly<Record<Look['pattern'], readonly (readonly [number, number, number, number])[]>> = {
  plain: [],
  dots: [],
  stripes: [
    [0, TILE, TILE, 0],
    [-2, 2, 2, -2],
    [TILE - 2, TILE + 2, TILE + 2, TILE - 2],
  ],
  back: [
    [0, 0, TILE, TILE],
    [-2, TILE - 2, 2, TILE + 2],
    [TILE - 2, -2, TILE + 2, 2],
  ],
  lines: [[0, TILE / 2, TILE, TILE / 2]],
  cross: [
    [0, TILE / 2, TILE, TILE / 2],
    [TILE / 2, 0, TILE / 2, TILE],
  ],
};

/** A filling: the colour, with marks in the colour of the paper. */
export function fillOf(element: Element, look: Look, paper: string): CanvasPattern | string {
  const colour = colourOf(element, look);
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [TILE, TILE];
  const context = tile.getContext('2d');
  if (!context || look.pattern === 'plain') return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = paper;
  context.fillStyle = paper;
  context.lineWidth = 1.2;
  for (const [x1, y1, x2, y2] of STROKES[look.pattern]) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  if (look.pattern === 'dots') context.fillRect(TILE / 2 - 1, TILE / 2 - 1, 2.4, 2.4);
  return context.createPattern(tile, 'repeat') ?? colour;
}
