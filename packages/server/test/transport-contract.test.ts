import { nodeEnv } from '@xiaoer/core/env/node';
import { keepingHost, type TransportPlace, transportContract } from '@xiaoer/core/testing';
import { eventStreamTransport, longPollTransport, type Transport, websocketTransport } from '@xiaoer/core/transports';
import { describe, test } from 'vitest';
import WebSocket from 'ws';
import { openGateways } from './gateways.ts';

/** Both gateways on a port of their own, before a host that only keeps what comes. */
async function openPlace(make: (port: number) => Transport): Promise<TransportPlace> {
  const host = keepingHost();
  const { port, close } = await openGateways(host, 300);
  return {
    transport: make(port),
    // Port 9, "discard", is closed everywhere a test runs.
    nowhere: make(9),
    far: host.far,
    wait: () => new Promise((resolve) => setTimeout(resolve, 2)),
    close,
  };
}

const TRANSPORTS: Readonly<Record<string, (port: number) => Transport>> = {
  websocket: (port) => websocketTransport(`ws://127.0.0.1:${port}/ws`, WebSocket as never),
  'event stream': (port) => eventStreamTransport(`http://127.0.0.1:${port}/link`, globalThis),
  'long poll': (port) => longPollTransport(`http://127.0.0.1:${port}/link`, globalThis, nodeEnv()),
};

for (const [name, make] of Object.entries(TRANSPORTS))
  describe(name, () => {
    for (const { name: promise, run } of transportContract(() => openPlace(make))) test(promise, run);
  });
