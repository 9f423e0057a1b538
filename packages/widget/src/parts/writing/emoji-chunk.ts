/* The emoji and the sheet of the drawer: fetched when the drawer is opened for the first time. */
export { default as pickerStyles } from '../../theme/styles/picker.css';
export { EmojiPicker as Picker } from './emoji-picker.tsx';
