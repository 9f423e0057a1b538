import { lateContentStyles } from '../content/late-styles.ts';
import extras from '../theme/styles/extras.css';
import floating from '../theme/styles/floating.css';
import tokens from '../theme/styles/late-tokens.css';
import menu from '../theme/styles/menu.css';
import reading from '../theme/styles/reading.css';
import writing from '../theme/styles/writing.css';

/** The sheet of the second stage; it stands after that of the first. */
export const extrasStyles: string = [tokens, lateContentStyles, extras, menu, floating, reading, writing].join('\n');
