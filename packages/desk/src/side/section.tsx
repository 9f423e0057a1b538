import type { ComponentChildren } from 'preact';

/** A section of the side with its heading and a short fact beside it. */
export const SideSection = (props: {
  readonly name: string;
  readonly title: string;
  readonly fact?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <section class="side-section" aria-labelledby={`side-${props.name}`}>
    <div class="side-head">
      <h3 id={`side-${props.name}`}>{props.title}</h3>
      {props.fact && <span>{props.fact}</span>}
    </div>
    {props.children}
  </section>
);
