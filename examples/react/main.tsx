import { browserEnv, ClientProvider, createClient, idbStore, websocketTransport } from '@xiaoer/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from './chat.tsx';

const server: string = import.meta.env['VITE_XIAOER_SERVER'] ?? 'http://127.0.0.1:4173';

const client = createClient({
  shop: 'yunlai',
  transport: websocketTransport(`${server.replace(/^http/, 'ws')}/ws`, WebSocket),
  env: browserEnv(),
  openStore: idbStore,
  locale: document.documentElement.lang,
  // Draws what this browser has kept.
  resume: true,
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ClientProvider client={client}>
      <Chat />
    </ClientProvider>
  </StrictMode>,
);
