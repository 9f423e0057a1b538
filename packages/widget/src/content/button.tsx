import type { ComponentChildren } from 'preact';

/** A button of a card. While it works it keeps its place and its focus, and does nothing. */
export function Button(props: {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly main?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** Cannot be pressed, but can be read: sold out. */
  readonly off?: boolean | undefined;
  readonly tabIndex?: number | undefined;
}) {
  return (
    <button
      type="button"
      part="button"
      class={`c-button${props.main ? ' c-main' : ''}`}
      aria-disabled={props.off || props.busy || undefined}
      tabIndex={props.tabIndex}
      onClick={() => !props.off && !props.busy && props.onPress()}
    >
      {props.busy && <span class="c-strokes" aria-hidden="true" />}
      {props.children}
    </button>
  );
}
