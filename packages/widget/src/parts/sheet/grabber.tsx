import { shellPart } from '../shell-part.tsx';

/** The handle of the sheet: shows that it can be dragged, and is a button for who does not drag. */
export const Grabber = shellPart(
  (shell, { full, onPress }: { readonly full: boolean; readonly onPress: () => void }) => (
    <button
      type="button"
      class="grabber"
      aria-label={shell.words.value.t(full ? 'panel.shorter' : 'panel.taller')}
      aria-expanded={full}
      onClick={onPress}
    />
  ),
);
