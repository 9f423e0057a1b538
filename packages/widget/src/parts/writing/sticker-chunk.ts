/* The stickers: fetched when they are looked at for the first time. */
export { default as pickerStyles } from '../../theme/styles/picker.css';
export { StickerPicker as Picker } from './sticker-picker.tsx';
