import { useCallback, useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { createSteering, type Steering } from './steering.ts';

/** What the pages about the settings share, asked for anew whenever one of them is shown; with their one key. */
export function useSteering(): Steering {
  const { desk } = useDesk();
  const steering = desk.merchant.state(createSteering);
  useEffect(() => {
    void steering.load();
    return () => {
      steering.saved.value = undefined;
    };
  }, [steering]);
  usePageKeys(
    useCallback(
      (command: Command) => {
        if (command !== 'save') return false;
        steering.reviewing.value = steering.changes.peek().length > 0;
        return true;
      },
      [steering],
    ),
  );
  return steering;
}
