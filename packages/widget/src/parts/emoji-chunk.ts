/* The emoji drawer, its data and its sheet: fetched when the drawer is opened for the first time. */
export { default as emojiStyles } from '../theme/styles/emoji.css';
export { EmojiPicker } from './emoji-picker.tsx';
