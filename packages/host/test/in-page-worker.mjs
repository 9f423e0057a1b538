import { parentPort } from 'node:worker_threads';
import { nodeEnv } from '@xiaoer/core/env/node';
import { connectPort, createHost } from '@xiaoer/host';
import { createMemoryLog } from '@xiaoer/host/testing';

/** A host with a bot in a worker: each port that comes is a link, `leave` ends them all. */
const host = createHost({
  env: nodeEnv(),
  log: createMemoryLog(),
  shop: { id: 'inn', name: '悦来客栈' },
  bot: { role: 'bot', id: 'bot' },
  responder: async ({ events }) => ({
    lines: [{ kind: 'text', body: { text: `答：${events.map(({ body }) => body.text).join()}` } }],
  }),
  enrich: async (content) => content.body,
  authenticate: async ({ secret }) => ({ principal: { role: 'shopper', id: `v:${secret.slice(0, 8)}` } }),
});
await host.start();
const links = [];
parentPort.on('message', (message) => {
  if (message === 'leave') for (const leave of links.splice(0)) leave();
  else links.push(connectPort(host, message));
});
