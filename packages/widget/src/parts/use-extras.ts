import { useEffect } from 'preact/hooks';
import { useShell } from '../shell.ts';
import { adoptLater } from '../theme/sheets.ts';

/** The chunk of parts that not every conversation needs. */
export type Extras = typeof import('./extras.ts');

/** The chunk once it is wanted and has come. When it cannot be had, the next wish tries again. */
export function useExtras(wanted: boolean): Extras | null {
  const { extras, root } = useShell();
  useEffect(() => {
    if (!wanted || extras.peek()) return;
    import('./extras.ts').then(
      (loaded) => {
        adoptLater(root, loaded.extrasStyles);
        extras.value = loaded;
      },
      () => {},
    );
  }, [wanted, extras, root]);
  return wanted ? extras.value : null;
}
