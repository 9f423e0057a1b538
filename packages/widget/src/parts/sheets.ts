import { wordStyles } from '../content/word-styles.ts';
import composer from '../theme/styles/composer.css';
import host from '../theme/styles/host.css';
import launcher from '../theme/styles/launcher.css';
import panel from '../theme/styles/panel.css';
import timeline from '../theme/styles/timeline.css';
import tokens from '../theme/styles/tokens.css';

let shared: CSSStyleSheet | undefined;
const late = new Map<string, CSSStyleSheet>();

/** Gives a shadow root the widget's sheet, in place of the launcher's own. One sheet serves every widget of a page. */
export function adoptSheets(root: ShadowRoot): void {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync([host, tokens, launcher, panel, timeline, composer, wordStyles].join('\n'));
  }
  if (!root.adoptedStyleSheets.includes(shared)) root.adoptedStyleSheets = [shared];
}

/** Adds the style of a part that is loaded later. */
export function adoptLater(root: ShadowRoot, css: string): void {
  const sheet = late.get(css) ?? new CSSStyleSheet();
  if (!late.has(css)) sheet.replaceSync(css);
  late.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
