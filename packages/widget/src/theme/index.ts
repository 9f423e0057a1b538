import late from './styles/late-tokens.css';
import css from './styles/tokens.css';

/**
 * The variables as text: the public knobs and what is derived from them, on `.root`. Dark values hang on
 * `:host([data-scheme="dark"])`.
 */
export const tokens: string = [css, late].join('\n');
export { PARTS, TOKENS, type Token } from './tokens.ts';
