import type { Flow } from '@xiaoer/assistant/flows';
import { readFlow } from '@xiaoer/assistant/flows';
import type { Accounts } from '../identity/accounts.ts';
import type { Agents } from '../identity/agents.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { MOST_FLOW_CHARS, textOf } from '../shops/flow-text.ts';
import { adminOf, objectIn } from './admin-door.ts';
import { type Exchange, isReading, type Route, sendJson } from './route.ts';

const HERE = '/desk/api/flows';

/** What the addresses of flows are made of. */
export interface FlowPorts {
  readonly agents: Agents;
  readonly accounts: Pick<Accounts, 'isProved'>;
  readonly settings: Pick<ShopSettings, 'folder' | 'files' | 'versions'>;
  /** Names of the tools that the shop's systems carry out. */
  readonly tools: readonly string[];
}

const SHOP_TOOLS = ['orders.list', 'orders.get', 'orders.change-address', 'sizes.chart', 'sizes.advise'];

/** `/desk/api/flows`: every flow of the shop with where it is from; `/check` says what is wrong with a text, each with its line. */
export function flowsRoute({ agents, accounts, settings, tools }: FlowPorts): Route {
  async function list(exchange: Exchange): Promise<true> {
    const { shippedFlows } = await import('@xiaoer/assistant/flows');
    const { flows = [], flowsOff = [] } = settings.folder().knowledge;
    const shipped = await shippedFlows();
    const own = new Map(flows.map((flow) => [flow.id, flow]));
    const known: readonly Flow[] = [...flows, ...shipped.filter(({ id }) => !own.has(id))];
    const rows = known.map((flow) => ({
      id: flow.id,
      from: !own.has(flow.id) ? 'shipped' : settings.files[`flows/${flow.id}`] === textOf(flow) ? 'files' : 'desk',
      // What is below it, where the desk's own is taken away.
      below:
        settings.files[`flows/${flow.id}`] !== undefined
          ? 'files'
          : shipped.some(({ id }) => id === flow.id)
            ? 'shipped'
            : null,
      off: flowsOff.includes(flow.id),
      flow,
      text: textOf(flow),
    }));
    return sendJson(exchange, 200, {
      base: settings.versions().head,
      tools: [...SHOP_TOOLS, ...tools],
      flows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
  }

  async function check(exchange: Exchange): Promise<true> {
    const body = await objectIn(exchange, 4 * MOST_FLOW_CHARS);
    const text = body?.['text'];
    if (typeof text !== 'string' || text.length > MOST_FLOW_CHARS)
      return sendJson(exchange, 400, { code: 'invalid', message: `text has at most ${MOST_FLOW_CHARS} characters` });
    const read = readFlow(text);
    return sendJson(exchange, 200, 'flow' in read ? { flow: read.flow, problems: [] } : { problems: read.problems });
  }

  return async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== HERE && url.pathname !== `${HERE}/check`) return false;
    const posts = url.pathname !== HERE;
    if (posts && request.method !== 'POST') {
      exchange.response.setHeader('Allow', 'POST');
      return sendJson(exchange, 405, { code: 'method', message: 'ask by POST' });
    }
    if (!posts && !isReading(exchange)) return true;
    if (!adminOf(exchange, { agents, accounts }, 'role')) return true;
    return posts ? check(exchange) : list(exchange);
  };
}
