import type { Log } from '@xiaoer/host';
import type { Origins } from '../identity/origins.ts';
import type { Scope } from '../identity/scope.ts';
import type { Audit } from '../privacy/audit.ts';
import type { FileLinks } from '../uploads/file-links.ts';
import { saveAs } from '../uploads/file-name.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { CallerOf } from './caller.ts';
import { admitsOrigin } from './cross-origin.ts';
import { refuse } from './refuse.ts';
import { type Exchange, type Route, sendJson, sendText } from './route.ts';

const METHODS = 'GET, POST';

interface Asked {
  readonly conversation: string;
  readonly file: string;
  readonly desk: boolean;
}

/** What the route of files is made of. */
export interface FilesRouteOptions {
  readonly uploads: Uploads;
  readonly links: FileLinks;
  readonly callerOf: CallerOf;
  readonly origins: Origins;
  readonly shop: string;
  readonly log: Pick<Log, 'head'>;
  readonly scope: Pick<Scope, 'conversation'>;
  readonly audit: Pick<Audit, 'read'>;
}

/**
 * `/file/:conversation/:file` of shoppers and `/desk/file/…` of agents. `POST …/link` gives whoever may read the
 * conversation a signed link for ten minutes; `GET` with that link gives the file, to be saved and never shown.
 */
export function filesRoute({ uploads, links, callerOf, origins, shop, log, scope, audit }: FilesRouteOptions): Route {
  const ownerOf = async (conversation: string): Promise<string | undefined> => {
    const record = (await log.head(conversation))?.record;
    return record?.shop === shop ? record.subject : undefined;
  };

  const link = async (exchange: Exchange, { conversation, file, desk }: Asked): Promise<true> => {
    const caller = await callerOf(exchange.request, desk);
    if ('problem' in caller) return refuse(exchange, caller.problem);
    const { role, id: reader } = caller.principal;
    const owner =
      role === 'agent'
        ? (await scope.conversation(caller.principal, conversation))?.record.subject
        : await ownerOf(conversation);
    // Of what is not theirs nobody learns whether it is there.
    if (owner === undefined || (role === 'shopper' && owner !== reader) || !uploads.isIn(conversation, file))
      return refuse(exchange, 'forbidden');
    if (role === 'agent') audit.read(reader, 'read.file', owner, `${conversation} ${file}`);
    const { query, expiresAt } = links.sign({ conversation, file, reader });
    return sendJson(exchange, 200, { url: `${desk ? '/desk' : ''}/file/${conversation}/${file}?${query}`, expiresAt });
  };

  /** Who reads: at the desk the agent of the cookie; otherwise the owner, and nobody who says to be somebody else. */
  const readerOf = async ({ request }: Exchange, { conversation, desk }: Asked): Promise<string | undefined> => {
    const owner = await ownerOf(conversation);
    if (owner === undefined || (!desk && request.headers.authorization === undefined)) return owner;
    const caller = await callerOf(request, desk);
    if ('problem' in caller) return undefined;
    return desk || caller.principal.id === owner ? caller.principal.id : undefined;
  };

  const download = async (exchange: Exchange, asked: Asked): Promise<true> => {
    const { request, response, url } = exchange;
    const { conversation, file } = asked;
    const reader = await readerOf(exchange, asked);
    const state = reader === undefined ? 'forged' : links.check({ conversation, file, reader }, url.searchParams);
    if (state === 'forged')
      return sendText(exchange, 403, '这个链接不是给你的，或不完整。\nThis link is not yours, or not whole.\n');
    if (state === 'over')
      return sendText(
        exchange,
        410,
        '链接十分钟后失效。请在对话里重新打开文件。\nLinks last ten minutes. Open the file in the conversation again.\n',
      );
    const found = await uploads.read(conversation, file);
    if (found === undefined || found === 'gone')
      return sendText(exchange, 410, '文件已删除。\nThis file was deleted.\n');
    response.writeHead(200, {
      'Content-Type': found.type === 'text/plain' ? 'text/plain; charset=utf-8' : found.type,
      'Content-Length': found.bytes.length,
      'Content-Disposition': saveAs(found.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-transform, max-age=600',
    });
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
    return true;
  };

  return async (exchange) => {
    const { request, response, url } = exchange;
    const [, desk, conversation, file, action] =
      /^(\/desk)?\/file\/([\w-]{16,40})\/([0-9a-f]{32})(\/link)?$/.exec(url.pathname) ?? [];
    if (conversation === undefined || file === undefined) return false;
    if (!admitsOrigin(exchange, origins, METHODS)) return true;
    const asked = { conversation, file, desk: desk !== undefined };
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (action !== undefined && request.method === 'POST') return link(exchange, asked);
    if (action === undefined && reads) return download(exchange, asked);
    response.setHeader('Allow', action === undefined ? 'GET, HEAD' : 'POST');
    return sendText(exchange, 405, 'Ask for a link by POST, for the file by GET.');
  };
}
