import { TOKENS, type Token } from '../../../packages/widget/src/theme/tokens.ts';

/** One row of the form: a variable, and how its value for dark is said. */
export interface Control {
  readonly token: Token;
  readonly is: 'colour' | 'text';
  /** The variable that dark reads instead. */
  readonly twin?: Token | undefined;
}

/** The rows under one heading. */
export interface Group {
  readonly title: 'colours' | 'letters' | 'shape' | 'place';
  readonly controls: readonly Control[];
}

const COLOURS = ['accent', 'on-accent', 'surface', 'text', 'highlight', 'bubble', 'header', 'on-header'];
const REST = {
  letters: ['font', 'font-display', 'font-size'],
  shape: ['radius', 'space', 'line', 'shadow'],
  place: ['width', 'height', 'offset-x', 'offset-y'],
} as const;

const tokenOf = (name: string): Token | undefined => TOKENS.find((token) => token.name === name);

function controlOf(name: string, is: Control['is']): Control {
  const token = tokenOf(name);
  if (!token) throw new Error(`no variable is called ${name}`);
  return { token, is, twin: tokenOf(`${name}-dark`) };
}

/** Every variable, in the order of the page. */
export const GROUPS: readonly Group[] = [
  { title: 'colours', controls: COLOURS.map((name) => controlOf(name, 'colour')) },
  ...Object.entries(REST).map(([title, names]) => ({
    title: title as keyof typeof REST,
    controls: names.map((name) => controlOf(name, 'text')),
  })),
];
