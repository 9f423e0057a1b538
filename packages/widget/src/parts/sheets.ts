import { sheetOf } from '../content/adopt-sheet.ts';
import { wordStyles } from '../content/word-styles.ts';
import composer from '../theme/styles/composer.css';
import host from '../theme/styles/host.css';
import launcher from '../theme/styles/launcher.css';
import panel from '../theme/styles/panel.css';
import timeline from '../theme/styles/timeline.css';
import tokens from '../theme/styles/tokens.css';

/** Gives a shadow root the widget's sheet, in place of the launcher's own. */
export function adoptSheets(root: ShadowRoot): void {
  const sheet = sheetOf([host, tokens, launcher, panel, timeline, composer, wordStyles].join('\n'));
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
}
