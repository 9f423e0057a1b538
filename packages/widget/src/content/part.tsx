import { effect } from '@preact/signals-core';
import { Component, type ComponentChildren, type FunctionComponent } from 'preact';

/**
 * A component that is drawn again when a signal that it has read changes, and not when it is only given the same props
 * once more. `draw` may use hooks.
 */
export function part<P extends object>(draw: (props: P) => ComponentChildren): FunctionComponent<P> {
  class Part extends Component<P> {
    #forget = () => {};

    override shouldComponentUpdate(next: Readonly<Record<string, unknown>>): boolean {
      const now: Readonly<Record<string, unknown>> = { ...this.props };
      return Object.keys({ ...now, ...next }).some((name) => now[name] !== next[name]);
    }

    override componentWillUnmount(): void {
      this.#forget();
    }

    override render(props: P): ComponentChildren {
      let drawn: ComponentChildren;
      let drawing = true;
      this.#forget();
      // Its first run notes what is read while drawing; the second one tells that some of that has changed.
      this.#forget = effect(() => {
        if (drawing) drawn = draw(props);
        else this.forceUpdate();
        drawing = false;
      });
      return drawn;
    }
  }
  return Part as unknown as FunctionComponent<P>;
}
