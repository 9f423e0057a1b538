import { ChatWidget } from '@xiaoer/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const server: string = import.meta.env['VITE_XIAOER_SERVER'] ?? 'http://127.0.0.1:4173';

/** A shop whose cart the widget fills. */
function Shop() {
  const [cart, setCart] = useState<readonly string[]>([]);
  return (
    <>
      <h1>Cart: {cart.length}</h1>
      <ChatWidget
        shop="yunlai"
        server={server}
        on={{ 'cart:add': ({ product }) => setCart((held) => [...held, product.id]) }}
      />
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
