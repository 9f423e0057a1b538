/* The suggestions: fetched with the first letter that may be answered by some. */
export { default as suggestionStyles } from '../../theme/styles/suggestions.css';
export { Suggestions } from './suggestions.tsx';
