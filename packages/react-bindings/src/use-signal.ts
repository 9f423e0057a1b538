import type { Client } from '@xiaoer/core';
import { useCallback, useSyncExternalStore } from 'react';
import { useClient } from './client-provider.tsx';

/** The signals of a client by name. */
export type ClientSignal = {
  [Name in keyof Client]: Client[Name] extends { readonly value: unknown; peek(): unknown } ? Name : never;
}[keyof Client];

/**
 * The value of one of the client's signals; the component draws again when it changes. The server and the first client
 * drawing see the same value, because a client that was not asked to connect holds nothing.
 */
export function useSignal<Name extends ClientSignal>(name: Name): Client[Name]['value'] {
  const signal = useClient()[name];
  const subscribe = useCallback((changed: () => void) => signal.subscribe(changed), [signal]);
  const peek = useCallback(() => signal.peek() as Client[Name]['value'], [signal]);
  return useSyncExternalStore(subscribe, peek, peek);
}
