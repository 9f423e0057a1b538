import { contentStyles } from '../content/styles.ts';
import composer from './styles/composer.css';
import host from './styles/host.css';
import launcher from './styles/launcher.css';
import panel from './styles/panel.css';
import timeline from './styles/timeline.css';
import tokens from './styles/tokens.css';

let shared: CSSStyleSheet | undefined;

/** Gives a shadow root the widget's sheet, in place of the launcher's own. One sheet serves every widget of a page. */
export function adoptSheets(root: ShadowRoot): void {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync([host, tokens, launcher, panel, timeline, composer, contentStyles].join('\n'));
  }
  root.adoptedStyleSheets = [shared];
}

/** Adds the sheet of a part that is loaded later. */
export function adoptLater(root: ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
