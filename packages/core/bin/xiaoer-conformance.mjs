#!/usr/bin/env node
import { nodeEnv } from '../dist/env/node-env.js';
import { runConformance } from '../dist/testing/index.js';
import { websocketTransport } from '../dist/transports/websocket.js';
import { readArguments, USAGE } from './read-arguments.mjs';
import { socketWithHeaders } from './socket-with-headers.mjs';

/** Milliseconds that a server gets to open a link. */
const CONNECT_MS = 10_000;

const say = (text) => void process.stdout.write(`${text}\n`);

function lineOf(verdict) {
  const { name, result } = verdict;
  if (verdict.result === 'holds') return `holds        ${name}`;
  if (verdict.result === 'not checked') return `${result}  ${name}\n               ${verdict.why}`;
  return `fails        ${name}\n               expected ${verdict.expected}\n               seen     ${verdict.seen}`;
}

/** Whoever reads our lines may have gone, as `head` does. */
process.stdout.on('error', () => process.exit(1));

/** Tells at once that nobody is there, instead of case by case. */
const reach = (transport, address) =>
  new Promise((resolve, reject) => {
    const nobody = () =>
      reject(new Error(`no WebSocket opens at ${address}: is the server there, and the path right?`));
    const timer = setTimeout(nobody, CONNECT_MS);
    const link = transport.open({
      onopen() {
        clearTimeout(timer);
        link.close();
        resolve();
      },
      onframe() {},
      onclose() {
        clearTimeout(timer);
        nobody();
      },
    });
  });

async function check(given) {
  const { address, shop, origin, agent, token, secret, waitMs, json } = given;
  const from = origin === undefined ? {} : { Origin: origin };
  const Socket = await socketWithHeaders(from);
  // An agent's link must name the server's own origin.
  const own = agent && { Origin: new URL(agent.address.replace(/^ws/, 'http')).origin, ...from, Cookie: agent.cookie };
  const AgentSocket = own && (await socketWithHeaders(own));
  const credential = token !== undefined ? { token } : secret !== undefined ? { secret } : undefined;
  const counts = { holds: 0, fails: 0, 'not checked': 0 };
  const transport = websocketTransport(address, Socket);
  const control = agent && AgentSocket ? { agent: websocketTransport(agent.address, AgentSocket) } : {};
  await reach(transport, address);
  if (control.agent) await reach(control.agent, agent.address);
  const verdicts = runConformance({
    env: nodeEnv(),
    transport,
    shop,
    control,
    credential,
    longestWaitMs: waitMs,
  });
  for await (const verdict of verdicts) {
    counts[verdict.result] += 1;
    say(json ? JSON.stringify(verdict) : lineOf(verdict));
  }
  if (!json) say(`\n${counts.holds} hold, ${counts.fails} fail, ${counts['not checked']} not checked`);
  return counts.fails === 0;
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    say(USAGE);
    return 0;
  }
  let given;
  try {
    given = readArguments(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  try {
    return (await check(given)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

process.exit(await main());
