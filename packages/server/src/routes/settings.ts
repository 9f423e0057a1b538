import { isObject, isOpId, type Participant } from '@xiaoer/core/protocol';
import type { Agents } from '../identity/agents.ts';
import type { Audit } from '../privacy/audit.ts';
import { readSettingChanges } from '../settings/read-changes.ts';
import type { SettingsProblem, ShopSettings } from '../settings/settings.ts';
import { toldVersions } from '../settings/told-version.ts';
import type { ShopFolder } from '../shops/load-folder.ts';
import { adminIn } from './admin-door.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson } from './route.ts';

const HERE = '/desk/api/settings';
/** Bytes of a request: the most changes of the longest replies are refused before that. */
const MOST = 1024 * 1024;
const MOST_NOTE = 300;
/** Versions that are told at once, the newest. */
const MOST_TOLD = 200;

const REFUSED: Readonly<Record<SettingsProblem['problem'], readonly [status: number, message: string]>> = {
  unchanged: [422, 'all of this holds already'],
  'not-found': [404, 'there is no such version, or it was taken back'],
  stale: [409, 'this was changed meanwhile by the version in "by": look at it, and save with its number as base'],
  busy: [503, 'it could not be written: try again'],
};

type Body = Readonly<Record<string, unknown>>;

/** `/desk/api/settings…`: what the merchant sets over the shop's files, for an admin with a good cookie. */
export function settingsRoute({
  agents,
  settings,
  shop,
  audit,
}: {
  readonly agents: Agents;
  readonly settings: ShopSettings;
  readonly shop: Pick<ShopFolder, 'currency' | 'knowledge'>;
  readonly audit: Pick<Audit, 'write'>;
}): Route {
  const refuse = (exchange: Exchange, status: number, code: string, message: string, more: object = {}): true =>
    sendJson(exchange, status, { code, message, ...more });

  const failed = (exchange: Exchange, { problem, ...more }: SettingsProblem): true => {
    const [status, message] = REFUSED[problem];
    return refuse(exchange, status, problem, message, more);
  };

  const overview = () => {
    const { head, all } = settings.versions();
    const { locales, name } = shop.knowledge.shop;
    const { settings: now, problems } = settings.held();
    const { currency } = shop;
    return {
      base: head,
      versions: all.length,
      shop: { name, locales, currency },
      files: settings.files,
      now,
      problems,
    };
  };

  const versions = () => {
    const known = settings.versions();
    const { head, all } = known;
    return { base: head, count: all.length, versions: toldVersions(settings.files, known, all.slice(-MOST_TOLD)) };
  };

  async function bodyOf(exchange: Exchange): Promise<Body | string> {
    const text = await readText(exchange, MOST);
    if (text === undefined) return `a request has at most ${MOST} bytes`;
    try {
      const value: unknown = JSON.parse(text);
      return isObject(value) ? value : 'send an object';
    } catch {
      return 'send JSON';
    }
  }

  async function save(exchange: Exchange, { changes: given, note, base }: Body, me: Participant, id: string) {
    if (note !== undefined && (typeof note !== 'string' || note.length > MOST_NOTE))
      return refuse(exchange, 400, 'invalid-request', `note has at most ${MOST_NOTE} characters`);
    if (base !== undefined && !(Number.isInteger(base) && Number(base) >= 0))
      return refuse(exchange, 400, 'invalid-request', 'base is the number that the overview told');
    const changes = readSettingChanges(given);
    if ('mistakes' in changes)
      return refuse(exchange, 400, 'invalid-changes', 'changes cannot be read: mistakes names each place', changes);
    const wish = { changes, note: note?.trim() || undefined, base: base === undefined ? undefined : Number(base) };
    const done = await settings.save(wish, me, id);
    if ('problem' in done) return failed(exchange, done);
    const places = done.changes.map(({ place }) => place).join(' ');
    await audit.write(me.id, 'settings.saved', 'house', `${done.version}: ${places}`.slice(0, MOST_NOTE));
    return sendJson(exchange, 200, { version: done.version, ...overview() });
  }

  async function undo(exchange: Exchange, version: unknown, me: Participant, id: string) {
    if (!Number.isInteger(version)) return refuse(exchange, 400, 'invalid-request', 'version is a number');
    const done = await settings.undo(Number(version), me, id);
    if ('problem' in done) return failed(exchange, done);
    await audit.write(me.id, 'settings.undone', 'house', String(version));
    return sendJson(exchange, 200, versions());
  }

  async function write(exchange: Exchange, rest: string, me: Participant): Promise<boolean> {
    if (rest !== '/versions' && rest !== '/undo') return false;
    const body = await bodyOf(exchange);
    if (typeof body === 'string') return refuse(exchange, 400, 'invalid-request', body);
    const { id, version } = body;
    // Sent twice it is done once.
    if (!isOpId(id))
      return refuse(exchange, 400, 'invalid-request', 'id names the request: up to 64 letters, digits, -_.:');
    return rest === '/undo' ? undo(exchange, version, me, id) : save(exchange, body, me, id);
  }

  return async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== HERE && !url.pathname.startsWith(`${HERE}/`)) return false;
    const me = adminIn(exchange, agents);
    if (!me) return true;
    const rest = url.pathname.slice(HERE.length);
    if (request.method === 'POST') return write(exchange, rest, me);
    if (rest !== '' && rest !== '/versions') return false;
    return !isReading(exchange) || sendJson(exchange, 200, rest === '' ? overview() : versions());
  };
}
