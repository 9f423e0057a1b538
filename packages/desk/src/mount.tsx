import { contentStyles } from '@xiaoer/widget/content';
import { tokens } from '@xiaoer/widget/theme';
import { render } from 'preact';
import { App } from './app.tsx';
import type { Desk } from './desk-client.ts';
import { forDocument } from './styles/for-document.ts';

/** Follows the system's light or dark, for the tokens of the widget. The answer stops it. */
function followScheme(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    document.documentElement.dataset['scheme'] = dark.matches ? 'dark' : 'light';
  };
  set();
  dark.addEventListener('change', set);
  return () => dark.removeEventListener('change', set);
}

/**
 * Draws a desk into an element. The sheets of the widget are constructed: the page's policy allows neither inline
 * styles nor a second copy of them to be kept in step.
 */
export function mountDesk(desk: Desk, place: Element, retry: () => void): () => void {
  const sheets = [tokens, contentStyles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(forDocument(text));
    return sheet;
  });
  document.adoptedStyleSheets = [...sheets, ...document.adoptedStyleSheets];
  const stopScheme = followScheme();
  render(<App desk={desk} retry={retry} />, place);
  return () => {
    render(null, place);
    stopScheme();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}
