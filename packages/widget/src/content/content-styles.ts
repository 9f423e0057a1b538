import { lateContentStyles } from './late-styles.ts';
import { wordStyles } from './word-styles.ts';

/** The whole style of content without the cards, which bring their own. Needs the variables of the theme. */
export const contentStyles: string = [wordStyles, lateContentStyles].join('\n');
