import bubble from './bubble.css';
import card from './card.css';
import controls from './controls.css';
import handoff from './handoff.css';
import product from './product.css';

/** Style of the kinds that are drawn at once; the rare ones bring their own. Needs the variables of the theme. */
export const contentStyles: string = [card, controls, bubble, product, handoff].join('\n');
