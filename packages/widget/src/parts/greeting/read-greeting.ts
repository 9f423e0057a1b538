import type { Greeting } from '../../state/options.ts';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isSpan = (value: unknown): boolean => value === undefined || (typeof value === 'number' && value >= 0);

/**
 * A greeting as the page said it.
 *
 * @throws TypeError that names what is wrong with it.
 */
export function readGreeting(wanted: Greeting | string): Greeting {
  const greeting = typeof wanted === 'string' ? { text: wanted } : wanted;
  const { text, questions, after, every }: Greeting = greeting;
  const refuse = (what: string) => {
    throw new TypeError(`xiaoer: option greeting: ${what}`);
  };
  if (!isText(text)) refuse('text must be a text that is not empty');
  if (questions !== undefined && !(Array.isArray(questions) && questions.every(isText)))
    refuse('questions must be a list of texts');
  if (!isSpan(after)) refuse('after must be seconds, 0 or more');
  if (!isSpan(every)) refuse('every must be days, 0 or more');
  return greeting;
}
