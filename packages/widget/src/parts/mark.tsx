/** The bubble of the mark. The loader draws the same. */
export const MARK_BUBBLE = 'M10 4h12a7 7 0 0 1 7 7v7a7 7 0 0 1-7 7h-4l-7 6v-6h-1a7 7 0 0 1-7-7v-7a7 7 0 0 1 7-7z';

/** Its two lines: 二. */
export const MARK_STROKES = 'M11.5 11.5h9M9 18h14';

/** The mark of the house. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={MARK_BUBBLE} />
      <path d={MARK_STROKES} />
    </svg>
  );
}
