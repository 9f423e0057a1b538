/** A line drawing. Always beside words, or in a button that has a name, so it is hidden from readers. */
export function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="c-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
