import type { ComponentChildren, Ref } from 'preact';

/** A button of the shell that shows a drawing; its name is also its tooltip. */
export function Tool(props: {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly button?: Ref<HTMLButtonElement> | undefined;
  readonly expanded?: boolean | undefined;
  readonly popup?: 'menu' | undefined;
}) {
  return (
    <button
      ref={props.button ?? null}
      type="button"
      class="tool"
      aria-label={props.name}
      title={props.name}
      aria-haspopup={props.popup}
      aria-expanded={props.expanded}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
