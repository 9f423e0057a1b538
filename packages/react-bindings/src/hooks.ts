import type { Client, ClientEvents, Connection, Serving, TimelineItem, Typing } from '@xiaoer/core';
import { useEffect, useRef } from 'react';
import { useClient } from './client-provider.tsx';
import { useSignal } from './use-signal.ts';

/** The timeline: the log, then what is still in the outbox. */
export const useMessages = (): readonly TimelineItem[] => useSignal('messages');

/** Ops that are not yet visible in the log. */
export const useOutbox = (): readonly TimelineItem[] => useSignal('outbox');

/** How many messages of others were not seen yet. */
export const useUnread = (): number => useSignal('unread');

/** The state of the link, honestly. */
export const useConnection = (): Connection => useSignal('connection');

/** Who speaks: bot, queue, agent, or nobody any more. */
export const useHandoff = (): Serving => useSignal('handoff');

/** Who is writing right now. */
export const useTyping = (): readonly Typing[] => useSignal('typing');

/** Connects the nearest client while the component is mounted. Two of them keep one link. */
export function useConnected(): void {
  const client = useClient();
  useEffect(() => hold(client), [client]);
}

const holders = new WeakMap<Client, number>();

/** Connects with the first holder and disconnects with the last; StrictMode's second mount changes nothing. */
function hold(client: Client): () => void {
  holders.set(client, (holders.get(client) ?? 0) + 1);
  if (holders.get(client) === 1) client.connect();
  return () => {
    const left = (holders.get(client) ?? 1) - 1;
    holders.set(client, left);
    if (left === 0) client.disconnect();
  };
}

/** Listens to one event of the client while the component is mounted; always calls the newest listener. */
export function useClientEvent<E extends keyof ClientEvents>(
  event: E,
  listener: (detail: ClientEvents[E]) => void,
): void {
  const client = useClient();
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  }, [listener]);
  useEffect(() => client.on(event, (detail) => newest.current(detail)), [client, event]);
}
