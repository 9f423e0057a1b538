import type { Client } from '@xiaoer/core';
import { type AttachingClient, attachments, browserPainter } from '@xiaoer/core/uploads';
import type { BareClient } from '../../state/bare-client.ts';

/** The same client with attachments: pictures are redrawn before they leave, and recordings decoded for their bars. */
export const attaching = (server: string, client: Client, inside: NonNullable<BareClient['inside']>): AttachingClient =>
  attachments({
    fetch: (address, init) => fetch(address, init as RequestInit),
    address: server,
    painter: browserPainter(globalThis),
    sound: () => new OfflineAudioContext(1, 1, 44_100),
  }).shopper(client, ...inside);
