/** A theme: values by the names of the variables, without `--xiaoer-`. */
export interface Theme {
  readonly values: Readonly<Record<string, string>>;
  /** What holds in dark alone, for variables that have no twin of their own for it. */
  readonly dark: Readonly<Record<string, string>>;
}

/** Nothing set. */
export const PLAIN: Theme = { values: {}, dark: {} };

const DECLARATION = /--xiaoer-([a-z-]+)\s*:\s*([^;}]+)/g;

const declared = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(DECLARATION)].map(([, name = '', value = '']) => [name, value.trim()]));

/** Reads a theme out of a stylesheet. Whatever is no variable of ours is left out. */
export function themeOf(css: string): Theme {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const theme = { values: {}, dark: {} };
  for (const [, selector = '', block = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    Object.assign(/data-scheme=["']?dark/.test(selector) ? theme.dark : theme.values, declared(block));
  return theme;
}

const rule = (selector: string, values: Readonly<Record<string, string>>): string => {
  const lines = Object.entries(values).map(([name, value]) => `  --xiaoer-${name}: ${value};`);
  return lines.length > 0 ? `${selector} {\n${lines.join('\n')}\n}\n` : '';
};

/** The stylesheet of a theme; empty where nothing is set. */
export const cssOf = ({ values, dark }: Theme): string =>
  [rule('xiaoer-chat', values), rule("xiaoer-chat[data-scheme='dark']", dark)].filter(Boolean).join('\n');

/** The theme with one value changed, or taken out by an empty one. */
export function withValue(theme: Theme, part: keyof Theme, name: string, value: string): Theme {
  const { [name]: _, ...rest } = theme[part];
  return { ...theme, [part]: value ? { ...rest, [name]: value } : rest };
}
