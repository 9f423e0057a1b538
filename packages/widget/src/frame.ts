import type { Call } from './commands.ts';
import { pageLocale } from './locales/page-locale.ts';
import { PHONE } from './parts/phone.ts';
import { adoptSheets } from './parts/sheets.ts';
import { loadTable } from './state/load-table.ts';

/** Calls that open the panel: `open`, `toggle`, `send`. */
const OPENS = /^(op|to|se)/;

/** Of what is drawn here, the parts that a page may style. */
const PARTS = /panel|er$/;

/** What somebody has written for a widget that could not be fetched. */
let unsaid = '';

/** After the next frame has been painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * Draws into the loader's box what the widget's own drawing begins with, so that one can write before the widget is
 * there, which then takes over the same elements. Answers the field.
 */
function draw(element: HTMLElement, box: Element): HTMLTextAreaElement {
  const put = (parent: Element, name: string, tag = 'div') => {
    const drawn = parent.appendChild(document.createElement(tag));
    drawn.className = name;
    if (PARTS.test(name)) drawn.setAttribute('part', name);
    return drawn;
  };
  const phone = matchMedia(PHONE).matches;
  element.dataset['position'] = element.getAttribute('position') ?? 'end';
  box.className = 'root';
  (box.firstChild as Element).className = 'launcher';
  if (phone) put(box, 'veil');
  const panel = put(box, 'panel');
  put(panel, 'header');
  put(panel, 'empty');
  const composer = put(put(panel, 'foot'), 'composer');
  put(composer, 'slot');
  const field = put(composer, 'field', 'textarea') as HTMLTextAreaElement;
  field.rows = 1;
  field.value = unsaid;
  if (!phone) field.focus({ preventScroll: true });
  loadTable(element.getAttribute('locale') || pageLocale()).then(
    ({ shell }) => {
      field.ariaLabel = field.placeholder = shell['composer.placeholder'];
    },
    () => {},
  );
  return field;
}

/**
 * Draws the frame of the panel where the loader has drawn a launcher and the panel is wanted, then starts the widget.
 * Nothing is answered where it cannot be fetched. Without a widget the frame is gone, and begins with the same words the next
 * time.
 *
 * @throws what the widget throws when it starts.
 */
export async function start(
  element: HTMLElement,
  queue: Call[],
  xiaoer: object,
): Promise<((values: unknown[]) => unknown) | undefined> {
  const root = element.shadowRoot;
  const box = root?.firstElementChild;
  let field: HTMLTextAreaElement | undefined;
  const begin = () => {
    // The widget, once it is there, has more in it than the button.
    if (box && !box.children[1]) {
      adoptSheets(root);
      field = draw(element, box);
    }
  };
  // What is not in the corner, or not by this button, has another first drawing.
  if (root && !element.matches('[mode],[launcher=false]')) {
    if (queue.some(([verb]) => OPENS.test(verb as string))) {
      begin();
      // A page that nobody looks at paints none.
      if (!document.hidden) await painted();
    } else root.addEventListener('click', begin, { once: true });
  }
  let started: ReturnType<typeof import('./browser.ts').start> | undefined;
  try {
    started = await import('./browser.ts').then(
      (widget) => widget.start(element, queue, xiaoer),
      () => undefined,
    );
    return started;
  } finally {
    if (!started && field && box) {
      unsaid = field.value;
      while (box.children[1]) box.children[1].remove();
    }
  }
}
