import type { Client } from '@xiaoer/core';
import { createContext, type ReactNode, useContext } from 'react';

const ClientContext = createContext<Client | null>(null);

/**
 * Hands a client to the hooks below it. Whoever made the client ends it: providers come and go with routes and with
 * StrictMode's second mount, a conversation does not.
 */
export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}

/** The client of the nearest {@link ClientProvider}. Throws where there is none. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient: there is no <ClientProvider client={…}> above this component.');
  return client;
}
