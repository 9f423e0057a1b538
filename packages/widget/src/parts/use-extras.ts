import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useShell } from '../state/shell.ts';
import { adoptLater } from './sheets.ts';

/** The chunk of parts that not every conversation needs. */
export type Extras = typeof import('./extras.ts');

/** One chunk serves every widget of a page. */
const extras = signal<Extras | null>(null);

/** The chunk once it is wanted and has come. When it cannot be had, the next wish tries again. */
export function useExtras(wanted: boolean): Extras | null {
  const { root } = useShell();
  useEffect(() => {
    if (!wanted) return;
    import('./extras.ts').then(
      (loaded) => {
        adoptLater(root, loaded.extrasStyles);
        extras.value = loaded;
      },
      () => {},
    );
  }, [wanted, root]);
  return wanted ? extras.value : null;
}
