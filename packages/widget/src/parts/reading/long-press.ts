/** How long a finger rests before it is a long press, in milliseconds. */
const LONG_MS = 450;

/** How far it may move meanwhile, in CSS pixels. */
const STILL = 8;

/** Tells of long presses of a finger on what matches `selector` inside `element`, until `signal` ends. */
export function listenLongPress(
  element: HTMLElement,
  selector: string,
  pressed: (on: HTMLElement) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = { x: 0, y: 0 };
  /** The long press was told: the click and the menu of the browser that follow belong to it. */
  let told = false;
  const stop = () => clearTimeout(timer);
  const on = <E extends keyof HTMLElementEventMap>(
    type: E,
    listener: (event: HTMLElementEventMap[E]) => void,
    capture = false,
  ) => element.addEventListener(type, listener, { signal, capture });

  on('pointerdown', ({ pointerType, target, clientX, clientY }) => {
    stop();
    told = false;
    if (pointerType !== 'touch') return;
    const found = (target as Element).closest<HTMLElement>(selector);
    if (!found) return;
    at = { x: clientX, y: clientY };
    timer = setTimeout(() => {
      told = true;
      pressed(found);
    }, LONG_MS);
  });
  on('pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - at.x, clientY - at.y) > STILL) stop();
  });
  on('pointerup', stop);
  on('pointercancel', stop);
  on('scroll', stop);
  // What a browser makes of a touch for pages that know the mouse only would take the focus away again.
  on('touchend', (event) => {
    if (told) event.preventDefault();
  });
  on('contextmenu', (event) => {
    if (told) event.preventDefault();
  });
  on(
    'click',
    (event) => {
      if (!told) return;
      told = false;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  signal.addEventListener('abort', stop);
}
