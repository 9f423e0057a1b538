import type { Rgb } from '../contrast.ts';
import { type Colour, PAIRS } from '../pairs.ts';
import type { Colours } from './api.ts';
import probeCss from './probe.css';

const COLOURS: readonly Colour[] = [...new Set(PAIRS.flatMap(({ front, back }) => [front, back]))];

/** The bytes that the browser paints for a colour in whatever notation. */
function painter(): (colour: string) => Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot paint');
  return (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}

/**
 * Measures the widget's colours in its own shadow root, derived ones included: an element beside its parts for each,
 * which is never drawn.
 */
export function measurer(root: ShadowRoot): () => Colours {
  const paint = painter();
  const box = document.createElement('div');
  box.className = 'root';
  // Not `hidden`: the class says `all: initial`.
  box.style.display = 'none';
  const probes = COLOURS.map((colour) => {
    const probe = document.createElement('i');
    probe.dataset['probe'] = colour;
    box.append(probe);
    return [colour, probe] as const;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(probeCss);
  return () => {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    if (!box.isConnected) root.append(box);
    return Object.fromEntries(
      probes.map(([colour, probe]) => [colour, paint(getComputedStyle(probe).color)]),
    ) as unknown as Colours;
  };
}
