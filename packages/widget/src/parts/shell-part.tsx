import type { ComponentChildren, FunctionComponent } from 'preact';
import { Part } from '../content/part.tsx';
import { type Shell, ShellContext } from './shell.ts';

/** A part that knows its shell. */
export abstract class ShellPart<P extends object = object> extends Part<P> {
  static override contextType = ShellContext;
  declare context: Shell;
}

/** A part that is a function of the shell and its props. */
export const shellPart = <P extends object = object>(
  draw: (shell: Shell, props: P) => ComponentChildren,
): FunctionComponent<P> =>
  class extends ShellPart<P> {
    draw(props: P) {
      return draw(this.context, props);
    }
  } as unknown as FunctionComponent<P>;
