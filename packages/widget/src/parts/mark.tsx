/** The mark of the house: a bubble whose two lines are 二. The loader draws the same. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M10 4h12a7 7 0 0 1 7 7v7a7 7 0 0 1-7 7h-4l-7 6v-6h-1a7 7 0 0 1-7-7v-7a7 7 0 0 1 7-7" />
      <path d="M9 18h14M11.5 11.5h9" />
    </svg>
  );
}
