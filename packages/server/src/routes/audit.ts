import { csvCell } from '../csv-cell.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Agents } from '../identity/agents.ts';
import type { Audit, AuditEntry, AuditFilter } from '../privacy/audit.ts';
import { adminOf } from './admin-door.ts';
import { type Exchange, isReading, type Route, sendJson } from './route.ts';

const PAGE = 100;
const MOST_PAGE = 500;
const MOST_CSV = 50_000;
const MOST_WORDS = 200;

/** What the addresses of the audit log are made of. */
export interface AuditPorts {
  readonly agents: Agents;
  readonly accounts: Pick<Accounts, 'isProved'>;
  readonly audit: Audit;
  /** Shoppers by an id, a ticket's number or a mail address. */
  readonly shoppers: (id: string) => readonly string[];
}

/** `/desk/api/audit` and `.csv`: who did what when, newest first, for an admin. */
export function auditRoute({ agents, accounts, audit, shoppers }: AuditPorts): Route {
  const whole = (text: string | null): number | undefined => {
    const n = text === null || text === '' ? Number.NaN : Number(text);
    return Number.isSafeInteger(n) && n >= 0 ? n : undefined;
  };

  /** The wanted entries; undefined where the shopper who is asked for is nobody. */
  function filterOf({ searchParams }: URL): AuditFilter | undefined {
    const words = (name: string) => searchParams.get(name)?.trim().slice(0, MOST_WORDS) || undefined;
    const shopper = words('shopper');
    const [subject] = shopper === undefined ? [] : shoppers(shopper);
    if (shopper !== undefined && subject === undefined) return undefined;
    return {
      who: words('who'),
      what: words('what'),
      about: subject === undefined ? words('about') : audit.nameOf(subject),
      from: whole(searchParams.get('from')),
      to: whole(searchParams.get('to')),
      before: whole(searchParams.get('before')),
    };
  }

  function sendCsv(exchange: Exchange, entries: readonly AuditEntry[], names: ReadonlyMap<string, string>): true {
    const rows = entries.map(({ n, at, who, what, about, detail }) => [
      ...[n, new Date(at).toISOString(), who, names.get(who) ?? '', what, about, detail ?? ''],
    ]);
    const lines = [['n', 'at', 'who', 'name', 'what', 'about', 'detail'], ...rows];
    const text = `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
    exchange.response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
    });
    exchange.response.end(exchange.request.method === 'HEAD' ? undefined : text);
    return true;
  }

  return async (exchange) => {
    const { pathname, searchParams } = exchange.url;
    const csv = pathname === '/desk/api/audit.csv';
    if (!csv && pathname !== '/desk/api/audit') return false;
    if (!isReading(exchange)) return true;
    const me = adminOf(exchange, { agents, accounts }, 'code');
    if (!me) return true;
    const filter = filterOf(exchange.url);
    const names = agents.names();
    if (csv) {
      await audit.write(me.id, 'audit.csv', 'house');
      return sendCsv(exchange, filter ? audit.entries(MOST_CSV, filter) : [], names);
    }
    const most = Math.min(whole(searchParams.get('most')) || PAGE, MOST_PAGE);
    const found = filter ? audit.entries(most + 1, filter) : [];
    const entries = found.slice(0, most).map((one) => ({ ...one, name: names.get(one.who) }));
    return sendJson(exchange, 200, { entries, more: found.length > most, names: Object.fromEntries(names) });
  };
}
