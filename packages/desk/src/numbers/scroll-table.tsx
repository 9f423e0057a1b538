import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';

/** A table that scrolls inside itself, and can be reached and scrolled by keyboard. */
export function ScrollTable({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const { t } = useDesk();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="scroll-table" tabIndex={0} aria-label={`${label}: ${t('numbers.asTable')}`}>
      <table class="ranked">{children}</table>
    </section>
  );
}
