import type { ComponentChildren, FunctionComponent } from 'preact';
import { Part } from '../content/part.tsx';
import type { Shell } from './shell.ts';

/** A part that knows its shell, which the root gives to everything below it. */
export abstract class ShellPart<P extends object = object> extends Part<P> {
  get shell(): Shell {
    return this.context.shell;
  }
}

/** A part that is a function of the shell and its props. It may use hooks. */
export const shellPart = <P extends object = object>(
  draw: (shell: Shell, props: P) => ComponentChildren,
): FunctionComponent<P> =>
  class extends ShellPart<P> {
    draw(props: P) {
      return draw(this.shell, props);
    }
  } as unknown as FunctionComponent<P>;
