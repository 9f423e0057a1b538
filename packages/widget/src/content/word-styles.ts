import bubble from './bubble.css';
import item from './item.css';

/** Style of words; the cards bring their own. Needs the variables of the theme. */
export const wordStyles: string = [item, bubble].join('\n');
