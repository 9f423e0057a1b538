import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network that a story can cut: a TCP relay in front of the inn. */
export interface Cable {
  readonly address: string;
  /** Ends every connection at once and takes no new one. */
  cut(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** Lays a cable to a server's address. */
export async function layCable(target: string): Promise<Cable> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let own = 0;

  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.on('error', () => socket.destroy());
  };
  const plug = () =>
    new Promise<void>((resolve, reject) => {
      const relay = createServer((near) => {
        const far = connect(Number(port), hostname);
        keep(near, far);
        keep(far, near);
        near.pipe(far);
        far.pipe(near);
      });
      relay.on('error', reject);
      relay.listen(own, '127.0.0.1', () => {
        const address = relay.address();
        if (typeof address === 'object' && address) own = address.port;
        server = relay;
        resolve();
      });
    });
  const cut = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (server) server.close(() => resolve());
      else resolve();
      server = undefined;
    });

  await plug();
  return { address: `http://127.0.0.1:${own}`, cut, plug, close: cut };
}
