type Child = Node | string | false | null | undefined;

interface Properties {
  readonly [attribute: string]: string | boolean | undefined | Listeners;
  readonly on?: Listeners;
}

type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

/**
 * Makes an element. Texts become text nodes: nothing from the catalogue is ever parsed as HTML, so the page runs under
 * `require-trusted-types-for 'script'`.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { on, ...attributes }: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  for (const [type, listener] of Object.entries(on ?? {})) made.addEventListener(type, listener as EventListener);
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  cart: 'M2 4h3l2 11h11l2-8H6M8 20a1 1 0 1 0 2 0 1 1 0 1 0-2 0M15 20a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4.5 3.6-7 8-7s8 2.5 8 7',
  parcel: 'M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9M8 6l8 4',
  truck: 'M2 6h12v11H2zM14 10h4l4 4v3h-8M5 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0M16 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2',
  back: 'M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  chat: 'M4 5h16v11H11l-5 4v-4H4z',
  less: 'M5 12h14',
  more: 'M5 12h14M12 5v14',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

/** A line icon; its meaning stands in the text or label beside it. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
