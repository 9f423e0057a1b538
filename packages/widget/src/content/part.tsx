import { effect } from '@preact/signals-core';
import { Component, type ComponentChildren, type FunctionComponent } from 'preact';

/**
 * A component that is drawn again when a signal that it has read changes, and not when it is only given the same props
 * once more.
 */
export abstract class Part<P extends object = object> extends Component<P> {
  #forget = () => {};

  abstract draw(props: Readonly<P>): ComponentChildren;

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
      if (drawing) drawn = this.draw(props);
      else this.forceUpdate();
      drawing = false;
    });
    return drawn;
  }
}

/** A part that is a function of its props and of signals. It may use hooks. */
export const part = <P extends object>(draw: (props: P) => ComponentChildren): FunctionComponent<P> =>
  class extends Part<P> {
    draw = draw;
  } as unknown as FunctionComponent<P>;
