/* Runs in the same project: asks a question of the server whose address it is given, and prints the answer. */
import { createClient, websocketTransport } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import { fallback } from '@xiaoer/core/protocol';
import WebSocket from 'ws';

const [address, question] = process.argv.slice(2);
const client = createClient({
  shop: 'tea',
  transport: websocketTransport(`${address.replace('http', 'ws')}/ws`, WebSocket),
  env: nodeEnv(),
  locale: 'en',
});
client.on('message:received', ({ content }) => {
  console.log(fallback(content));
  client.destroy();
});
client.connect();
await client.send('text', { text: question });
