/** The CSS property whose values a variable takes. */
const TAKES: Readonly<Record<string, string>> = {
  font: 'font-family',
  'font-display': 'font-family',
  'font-size': 'font-size',
  line: 'border',
  shadow: 'box-shadow',
};

/** Whether the browser takes a value for a variable. An empty one leaves the default. */
export function isValid(name: string, is: 'colour' | 'text', value: string): boolean {
  if (value === '') return true;
  // A semicolon or a brace would end the declaration, and the rest would be something else.
  return !/[;{}]/.test(value) && CSS.supports(is === 'colour' ? 'color' : (TAKES[name] ?? 'width'), value);
}
