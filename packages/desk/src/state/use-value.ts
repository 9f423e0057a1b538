import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/**
 * A value read out of signals: the part is drawn again when the value is another one, not whenever a signal behind it changed.
 * `of` names what `read` closes over.
 */
export function useValue<T>(read: () => T, of: readonly unknown[]): T {
  return useMemo(() => computed(read), of).value;
}
