import { PLAIN, type Theme } from './theme.ts';

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');

/** The theme that the address of the page holds; nothing set where it holds none. */
export function themeInAddress(hash: string): Theme {
  try {
    const { values, dark } = JSON.parse(decodeURIComponent(hash.slice(1)));
    return isTexts(values) && isTexts(dark) ? { values, dark } : PLAIN;
  } catch {
    return PLAIN;
  }
}

/** Puts a theme into the address, so that it can be sent to somebody, without a step in the history. */
export function keepInAddress(theme: Theme): void {
  const empty = Object.keys(theme.values).length + Object.keys(theme.dark).length === 0;
  history.replaceState(null, '', empty ? location.pathname : `#${encodeURIComponent(JSON.stringify(theme))}`);
}
