import { isObject, type Participant } from '@xiaoer/core/protocol';
import { ERASED, type Log } from '@xiaoer/host';
import type { Accounts } from '../identity/accounts.ts';
import { agentOf, sessionIn } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Scope } from '../identity/scope.ts';
import type { Audit } from '../privacy/audit.ts';
import type { ShopperExport } from '../privacy/collect-export.ts';
import type { Erasures } from '../privacy/erasures.ts';
import { exportJson, inOneFile } from '../privacy/export-files.ts';
import { exportHtml } from '../privacy/export-html.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson, sendText } from './route.ts';

const HERE = '/desk/api/shopper';
const MOST = 2_048;
const LEAST_REASON = 3;

/** What the addresses of shoppers' data are made of. */
export interface ShopperPorts {
  readonly agents: Agents;
  readonly accounts: Pick<Accounts, 'isProved'>;
  readonly scope: Pick<Scope, 'conversation'>;
  readonly log: Pick<Log, 'read'>;
  readonly audit: Audit;
  readonly erasures: Pick<Erasures, 'erase'>;
  readonly collect: (subject: string) => Promise<ShopperExport>;
}

/** Ends an answer with a file that is saved, and kept nowhere on the way. */
function sendFile({ request, response }: Exchange, name: string, type: string, text: string): true {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Length': Buffer.byteLength(text),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
  return true;
}

/**
 * Personal data at the desk: `/desk/api/me` tells who one is; `/desk/api/reveal` shows a line without its mask, with a reason;
 * for admins `/desk/api/shopper…` gives out and erases what is kept of a conversation's shopper.
 */
export function shoppersRoute({ agents, accounts, scope, log, audit, erasures, collect }: ShopperPorts): Route {
  const may = (exchange: Exchange, me: Participant): boolean => {
    if (agents.roleOf(me.id) === 'admin') {
      // Who has a second factor shows it again before data leave the house or go for good.
      if (accounts.isProved(me.id, sessionIn(exchange.request) ?? '')) return true;
      sendJson(exchange, 403, { code: 'prove' });
      return false;
    }
    sendText(exchange, 403, 'This is for admins: npm run agent -- add NAME --role admin');
    return false;
  };

  async function bodyOf(exchange: Exchange): Promise<Readonly<Record<string, unknown>>> {
    try {
      const value: unknown = JSON.parse((await readText(exchange, MOST)) ?? '');
      return isObject(value) ? value : {};
    } catch {
      return {};
    }
  }

  const subjectFor = async (me: Participant, conversation: unknown): Promise<string | undefined> => {
    const found = await scope.conversation(me, typeof conversation === 'string' ? conversation : undefined);
    return found?.record.subject === ERASED ? undefined : found?.record.subject;
  };

  async function give(exchange: Exchange, me: Participant, ending: string): Promise<true> {
    const { searchParams } = exchange.url;
    const subject = await subjectFor(me, searchParams.get('conversation'));
    if (subject === undefined) return sendText(exchange, 404, 'There is no such conversation.');
    await audit.write(me.id, 'export', audit.nameOf(subject), ending);
    const data = await collect(subject);
    return ending === 'json'
      ? sendFile(
          exchange,
          'export.json',
          'application/json',
          exportJson(data, (file) => ({ data: inOneFile(file) })),
        )
      : sendFile(exchange, 'export.html', 'text/html', exportHtml(data, searchParams.get('locale') ?? 'en', inOneFile));
  }

  async function erase(exchange: Exchange, me: Participant): Promise<true> {
    const body = await bodyOf(exchange);
    const subject = await subjectFor(me, body['conversation']);
    if (subject === undefined) return sendText(exchange, 404, 'There is no such conversation.');
    if (body['sure'] !== true) return sendText(exchange, 400, 'Say that you are sure: {"sure": true}');
    await erasures.erase(subject, me.id);
    return sendJson(exchange, 200, { erased: true });
  }

  async function reveal(exchange: Exchange, me: Participant): Promise<true> {
    const body = await bodyOf(exchange);
    const reason = String(body['reason'] ?? '')
      .trim()
      .slice(0, 200);
    const seq = Number(body['seq']);
    const found = await scope.conversation(me, String(body['conversation'] ?? ''));
    if (!found || !Number.isSafeInteger(seq)) return sendText(exchange, 404, 'There is no such line.');
    if (reason.length < LEAST_REASON) return sendText(exchange, 400, 'Say in a few words what it is needed for.');
    const [event] = await log.read(found.record.id, seq - 1, 1);
    if (event?.seq !== seq) return sendText(exchange, 404, 'There is no such line.');
    // The reason is the agent's own words; it is written down before the number is shown.
    await audit.write(
      me.id,
      'reveal.numbers',
      audit.nameOf(found.record.subject),
      `${found.record.id} ${seq}: ${reason}`,
    );
    return sendJson(exchange, 200, { body: event.body });
  }

  return async (exchange) => {
    const { request, response, url } = exchange;
    const path = url.pathname;
    const posted = path === '/desk/api/reveal' || path === `${HERE}/erase`;
    const [, ending] = /^\/desk\/api\/shopper\/export\.(json|html)$/.exec(path) ?? [];
    if (!posted && ending === undefined && path !== '/desk/api/me') return false;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    if (posted && request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return sendText(exchange, 405, 'Ask by POST.');
    }
    if (!posted && !isReading(exchange)) return true;
    if (path === '/desk/api/me')
      return sendJson(exchange, 200, {
        id: me.id,
        name: me.name,
        role: agents.roleOf(me.id),
        groups: agents.groupsOf(me.id),
      });
    if (path === '/desk/api/reveal') return reveal(exchange, me);
    if (!may(exchange, me)) return true;
    return ending === undefined ? erase(exchange, me) : give(exchange, me, ending);
  };
}
