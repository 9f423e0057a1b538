import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { useMemo } from 'preact/hooks';

/** A signal that lives as long as the part. */
export const useSignal = <T>(initial: T): Signal<T> => useMemo(() => signal(initial), []);

/** A computed signal that lives as long as the part; `compute` reads nothing but signals. */
export const useComputed = <T>(compute: () => T): ReadonlySignal<T> => useMemo(() => computed(compute), []);
