/**
 * The client in real Chromium, with IndexedDB: a cold start over what is stored, a long replay, how long `send()` takes
 * to be durable; then connecting and talking beside socket.io-client and centrifuge over the same loopback.
 *
 *   node bench/core.mjs [--json] [--runs 7]
 */
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { mainThread, openBrowser } from './browser.mjs';
import { centrifugeServer, counter, pageServer, socketioServer, xiaoerServer } from './core/servers.mjs';
import { median, option, quantile, round, wantsJson } from './statistics.mjs';

const RUNS = option('runs', 7);
const STORED = { events: 1_000, ops: 200 };
const REPLAYED = 10_000;
const SENT = 500;
const SAID = 500;

const bundle = await rollup({
  input: fileURLToPath(new URL('core/page.js', import.meta.url)),
  plugins: [nodeResolve({ browser: true })],
  onwarn() {},
});
const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });

const ours = await xiaoerServer();
const page = await pageServer(output[0].code);
const address = `ws://127.0.0.1:${ours.port}`;
const browser = await openBrowser();

/** Something in a page that was just opened, in a new profile or the given one. */
async function inPage(work, context) {
  const own = context ?? (await browser.newContext());
  const tab = await own.newPage();
  await tab.goto(`http://127.0.0.1:${page.port}/`);
  const result = await work(tab);
  await tab.close();
  if (!context) await own.close();
  return result;
}

const repeat = async (work) => {
  const results = [];
  for (let run = 0; run < RUNS; run++) results.push(await work());
  return results;
};

async function coldStart() {
  const context = await browser.newContext();
  await inPage((tab) => tab.evaluate(({ events, ops }) => bench.fill(events, ops), STORED), context);
  const times = await repeat(() =>
    // A server that does not answer: what is stored must do.
    inPage((tab) => tab.evaluate((last) => bench.coldStart('ws://127.0.0.1:9', last), `op${STORED.ops}`), context),
  );
  await context.close();
  return median(times);
}

/** Milliseconds of the longest task of the page's main thread meanwhile, as the browser traces its tasks. */
async function longestTask(work) {
  const session = await browser.newBrowserCDPSession();
  const traced = [];
  session.on('Tracing.dataCollected', ({ value }) => traced.push(...value));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const called = traced.find(
    ({ name, args }) => name === 'FunctionCall' && args.data?.functionName === 'socket.onmessage',
  );
  const tasks = traced.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === called.pid && tid === called.tid,
  );
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000;
}

async function replay() {
  ours.hold(REPLAYED);
  const replayed = (tab) => tab.evaluate(([to, count]) => bench.replay(to, count), [address, REPLAYED]);
  const longest = await repeat(() => inPage((tab) => longestTask(() => replayed(tab))));
  const took = [];
  const worked = await repeat(() => inPage((tab) => mainThread(tab, async () => took.push(await replayed(tab)))));
  ours.hold(0);
  return { longestTask: median(longest), took: median(took), mainThread: median(worked) };
}

async function enqueue() {
  const times = await inPage((tab) => tab.evaluate(([to, count]) => bench.enqueue(to, count), [address, SENT]));
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

async function peer(name, port, scheme) {
  const { port: counted, counted: count } = await counter(port);
  const at = `${scheme}://127.0.0.1:${counted}`;
  const connected = await repeat(() =>
    inPage((tab) => tab.evaluate(([who, to]) => bench.talk(who, to, 0), [name, at])),
  );
  const before = count.bytes;
  await inPage((tab) => tab.evaluate(([who, to]) => bench.talk(who, to, 0), [name, at]));
  const handshake = count.bytes - before;
  await inPage((tab) => tab.evaluate(([who, to, said]) => bench.talk(who, to, said), [name, at, SAID]));
  return { connect: median(connected), bytes: (count.bytes - before - 2 * handshake) / SAID };
}

try {
  const figures = {
    coldStart: await coldStart(),
    replay: await replay(),
    enqueue: await enqueue(),
    xiaoer: await peer('xiaoer', ours.port, 'ws'),
    socketio: await peer('socketio', (await socketioServer()).port, 'http'),
    centrifuge: await peer('centrifuge', (await centrifugeServer()).port, 'ws'),
  };
  const rounded = JSON.parse(
    JSON.stringify(figures, (_, value) => (typeof value === 'number' ? round(value, 1) : value)),
  );
  if (wantsJson) console.log(JSON.stringify(rounded));
  else {
    const { replay: long, enqueue: durable } = rounded;
    console.log(`cold start, ${STORED.events} events and ${STORED.ops} ops stored   ${rounded.coldStart} ms`);
    console.log(
      `${REPLAYED} events replayed   main thread ${long.mainThread} ms, longest task ${long.longestTask} ms, took ${long.took} ms`,
    );
    console.log(`send() to durable   p50 ${durable.p50} ms, p99 ${durable.p99} ms`);
    for (const name of ['xiaoer', 'socketio', 'centrifuge'])
      console.log(
        `${name.padEnd(12)} first message ${rounded[name].connect} ms, ${rounded[name].bytes} bytes a message there and back`,
      );
  }
} finally {
  await browser.close();
}
process.exit();
