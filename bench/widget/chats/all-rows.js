import { draw, rowOf } from './hand-written.js';

/** Written by hand: all rows stay in the document. */
window.mount = (box, history) => {
  const { list, follow, toEnd, seen } = draw(box);
  list.append(...history.map(rowOf));
  toEnd();
  return { ...seen, append: (message) => follow(() => list.append(rowOf(message))) };
};
