import { createServer } from 'node:http';
import { createReceiver } from './receiver.mjs';

const { PORT = '8787', HOST = '127.0.0.1', ORIGINS = '', FILE = 'messages.jsonl' } = process.env;
const origins = ORIGINS.split(',')
  .map((origin) => origin.trim())
  .filter(Boolean);
if (origins.length === 0) {
  console.error('Name the origins of your pages: ORIGINS=https://shop.example node serve.mjs');
  process.exit(1);
}

const receiver = createReceiver({ origins, file: FILE });
const server = createServer(receiver.handle).listen(Number(PORT), HOST, () => {
  console.log(`Messages from ${origins.join(', ')} go to ${FILE}: http://${HOST}:${server.address().port}/`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.close(receiver.close);
    server.closeIdleConnections();
  });
