/** Props of a picker in the drawer. */
export interface PickerProps {
  /** Puts text where the cursor is. */
  readonly onText: (text: string) => void;
  /** Sends a sticker. */
  readonly onSticker: (name: string) => void;
  readonly onClose: () => void;
}
