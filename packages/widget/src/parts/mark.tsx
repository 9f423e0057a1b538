/** The bubble of the mark. The loader draws the same. */
export const MARK_BUBBLE =
  'M9.5 4h13A6.5 6.5 0 0 1 29 10.5v8a6.5 6.5 0 0 1-6.5 6.5h-4.2l-6 5.2c-.7.6-1.6.1-1.6-.8V25H9.5A6.5 6.5 0 0 1 3 18.5v-8A6.5 6.5 0 0 1 9.5 4z';

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
