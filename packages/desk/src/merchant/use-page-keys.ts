import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { PageKeys } from './merchant-desk.ts';

/** Gives a page its keys as long as it is shown. */
export function usePageKeys(keys: PageKeys): void {
  const { desk } = useDesk();
  const { pageKeys } = desk.merchant;
  useEffect(() => {
    pageKeys.value = keys;
    return () => {
      if (pageKeys.peek() === keys) pageKeys.value = null;
    };
  }, [pageKeys, keys]);
}
