/**
 * What an extension gave, if it is an element.
 *
 * @throws TypeError for anything else, such as a text, which could not be given a place.
 */
export function elementOf(given: unknown): Element {
  if (given instanceof Element) return given;
  throw new TypeError(`it must give an element, and gave ${given === null ? 'null' : typeof given}`);
}
