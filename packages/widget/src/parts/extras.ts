/* What not every conversation needs: fetched when it is wanted, in one chunk with its own sheet. */
export { default as extrasStyles } from '../theme/styles/extras.css';
export { ConsentQuestion } from './consent-question.tsx';
export { FocusStrip } from './focus-strip.tsx';
export { MenuItems } from './menu-items.tsx';
export { Sheet } from './sheet.tsx';
