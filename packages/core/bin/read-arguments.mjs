import { parseArgs } from 'node:util';

/** How the command is used. */
export const USAGE = `Use: xiaoer-conformance ADDRESS --shop ID [options]

  ADDRESS            where shoppers connect, such as ws://127.0.0.1:4173/ws
  --shop ID          the shop that the server serves, such as yunlai
  --origin ORIGIN    sent as Origin, where the server asks for one
  --token TOKEN      a shopper's token, to check that it names one shopper on every link
  --secret SECRET    the same with a visitor's secret
  --agent COOKIE     the cookie of a signed-in agent (xiaoer_agent=…), to check who speaks
  --agent-address A  where agents connect; /desk/ws beside ADDRESS if absent
  --wait SECONDS     the longest wait for a ping; 5 if absent (a heartbeat is 25)
  --json             one JSON object a line
`;

const OPTIONS = {
  shop: { type: 'string' },
  origin: { type: 'string' },
  token: { type: 'string' },
  secret: { type: 'string' },
  agent: { type: 'string' },
  'agent-address': { type: 'string' },
  wait: { type: 'string' },
  json: { type: 'boolean' },
};

function socketAddress(text, what) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^wss?:$/.test(url.protocol)) return url;
  throw new Error(`${what} must be an address such as ws://127.0.0.1:4173/ws, not "${text}"`);
}

/**
 * Reads the command line.
 *
 * @param {readonly string[]} args
 * @throws Error that says what is wrong and what to write.
 */
export function readArguments(args) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [address, ...rest] = positionals;
  if (address === undefined) throw new Error('name the address of the server');
  if (rest.length > 0) throw new Error(`one address at a time; "${rest[0]}" is too much`);
  const url = socketAddress(address, 'the address');
  if (!values.shop) throw new Error('name the shop that the server serves: --shop ID');
  if (values.token !== undefined && values.secret !== undefined)
    throw new Error('--token and --secret are both there: one person at a time');
  if (values.secret !== undefined && !/^[\w-]{43}$/.test(values.secret))
    throw new Error('--secret must be 32 bytes as base64url, 43 characters');
  const wait = Number(values.wait ?? 5);
  if (!(wait > 0 && wait <= 600)) throw new Error(`--wait must be seconds from 1 to 600, not "${values.wait}"`);
  if (values['agent-address'] !== undefined && values.agent === undefined)
    throw new Error('--agent-address needs the cookie of an agent: --agent xiaoer_agent=…');
  const desk = new URL(url);
  desk.pathname = '/desk/ws';
  return {
    address: url.href,
    shop: values.shop,
    origin: values.origin,
    secret: values.secret,
    token: values.token,
    agent:
      values.agent === undefined
        ? undefined
        : {
            address: socketAddress(values['agent-address'] ?? desk.href, '--agent-address').href,
            cookie: values.agent,
          },
    waitMs: wait * 1_000,
    json: values.json ?? false,
  };
}
