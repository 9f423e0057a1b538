import { draw, rowOf } from './hand-written.js';

const MOST = 100;
const STEP = 50;

/** Written by hand: the newest rows alone are in the document, and older ones come by scrolling up. */
window.mount = (box, history) => {
  const messages = [...history];
  const { list, follow, toEnd, seen } = draw(box);
  let first = Math.max(0, messages.length - MOST);
  list.append(...messages.slice(first).map(rowOf));
  toEnd();
  list.addEventListener('scroll', () => {
    if (list.scrollTop > 200 || first === 0) return;
    const from = Math.max(0, first - STEP);
    const before = list.scrollHeight;
    list.prepend(...messages.slice(from, first).map(rowOf));
    list.scrollTop += list.scrollHeight - before;
    first = from;
  });
  return {
    ...seen,
    append(message) {
      messages.push(message);
      follow((atEnd) => {
        list.append(rowOf(message));
        while (atEnd && list.childElementCount > MOST) {
          list.firstElementChild.remove();
          first++;
        }
      });
    },
  };
};
