import controls from './controls.css';
import goods from './goods.css';
import late from './late.css';

/** Style of what few messages show, and of settings that few readers have. It stands after {@link wordStyles}. */
export const lateContentStyles: string = [controls, late, goods].join('\n');
