import { lateContentStyles } from '../content/late-styles.ts';
import extras from '../theme/styles/extras.css';
import tokens from '../theme/styles/late-tokens.css';

/** The sheet of the second stage; it stands after that of the first. */
export const extrasStyles: string = [tokens, lateContentStyles, extras].join('\n');
