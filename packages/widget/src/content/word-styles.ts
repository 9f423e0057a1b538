import bubble from './bubble.css';
import controls from './controls.css';
import item from './item.css';

/** Style of words and chips; the cards bring their own. Needs the variables of the theme. */
export const wordStyles: string = [item, bubble, controls].join('\n');
