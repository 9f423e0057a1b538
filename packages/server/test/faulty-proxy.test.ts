import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Fault, openFaultyProxy, sampledFaults } from './faulty-proxy.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What one end of a connection has heard: bytes, pieces, and how it ended. */
interface Heard {
  readonly pieces: readonly string[];
  readonly text: string;
  readonly end: string;
}

function hear(socket: Socket): () => Heard {
  const pieces: string[] = [];
  let end = '';
  socket.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    end = error.code ?? 'error';
  });
  socket.on('end', () => {
    end ||= 'end';
  });
  return () => ({ pieces, text: pieces.join(''), end });
}

/** Sends ten digits each way through the proxy, and tells what either end heard within a while. */
async function through(...faults: readonly Fault[]) {
  let far: () => Heard = () => ({ pieces: [], text: '', end: '' });
  let there: Socket | undefined;
  const server = createServer((socket) => {
    there = socket;
    far = hear(socket);
    socket.once('data', () => socket.write('9876543210'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const left = [...faults];
  const proxy = await openFaultyProxy((server.address() as { port: number }).port, () => left.shift());
  const socket = connect(proxy.port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
    there?.destroy();
    proxy.close();
    server.close();
  });
  const near = hear(socket);
  socket.write('0123456789');
  await pause(100);
  return { near: near(), far: far(), proxy, socket };
}

test('without a fault everything comes', async () => {
  const { near, far, proxy } = await through();
  expect([near.text, far.text, near.end, proxy.ended()]).toEqual(['9876543210', '0123456789', '', 0]);
});

test('cut: the bytes before it come, and an end; nothing after it', async () => {
  const up = await through({ kind: 'cut', way: 'up', at: 4 });
  expect([up.far.text, up.far.end, up.near.end]).toEqual(['0123', 'end', 'end']);
  const down = await through({ kind: 'cut', way: 'down', at: 7 });
  expect([down.far.text, down.near.text, down.near.end]).toEqual(['0123456789', '9876543', 'end']);
  expect(down.proxy.struck.cut).toBe(1);
});

test('reset: both ends hear of it as an error', async () => {
  const { near, far } = await through({ kind: 'reset', way: 'up', at: 4 });
  expect([near.end, far.end]).toEqual(['ECONNRESET', 'ECONNRESET']);
});

test('half-open: neither end hears anything, not even of the other end that closes', async () => {
  const { near, far, socket } = await through({ kind: 'half-open', way: 'down', at: 3 });
  expect([near.text, near.end, far.text, far.end]).toEqual(['987', '', '0123456789', '']);
  socket.destroy();
  await pause(50);
  expect(far.end).toBe('');
});

test('one by one: every byte comes by itself, in order; then the connection suffers the next fault', async () => {
  const { far, near, proxy } = await through(
    { kind: 'bytes', way: 'up', at: 2, length: 5 },
    { kind: 'cut', way: 'down', at: 1 },
  );
  expect(far.text).toBe('0123456789');
  expect(far.pieces.filter((piece) => piece.length === 1).length).toBeGreaterThanOrEqual(3);
  expect(near.text).toMatch(/^9/);
  expect(proxy.struck).toMatchObject({ bytes: 1 });
});

test('slow: everything comes all the same', async () => {
  const { far, proxy } = await through({ kind: 'slow', way: 'up', at: 0, length: 10 });
  expect([far.text, proxy.struck.slow]).toEqual(['0123456789', 1]);
});

test('the same seed, the same faults; every kind and way among them', () => {
  const draw = (seed: number) => {
    const next = sampledFaults(seed);
    return Array.from({ length: 100 }, () => next());
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
  expect(new Set(draw(3).map(({ kind, way }) => `${kind} ${way}`)).size).toBe(10);
});
