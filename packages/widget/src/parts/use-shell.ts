import { useContext } from 'preact/hooks';
import { type Shell, ShellContext } from './shell.ts';

/** The shell around a part that uses hooks. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('xiaoer: a part was drawn outside of its shell');
  return shell;
}
