import type { ComponentChildren } from 'preact';

/** The place of a text: paragraphs, one below the other, each written to its own side. */
export const TextBox = (props: { readonly lang?: string | undefined; readonly children: ComponentChildren }) => (
  <div class="c-text" dir="auto" lang={props.lang}>
    {props.children}
  </div>
);
