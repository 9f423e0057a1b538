import { ChatError } from '../env/chat-error.ts';
import { deadline } from '../env/deadline.ts';
import type { Env } from '../env/env.ts';
import { isObject, isSafeUrl } from '../protocol/index.ts';
import type { UploadServer } from './upload-server.ts';

/** How long a link is used, in milliseconds: it opens for ten minutes, and a slow download should still begin. */
const LINK_MS = 9 * 60_000;

const REQUEST_MS = 10_000;

/** Asks for links to files, with the credential that opens the conversation. */
export interface FileLinks {
  /**
   * An address that opens the file of a message's `url` for at least a minute more.
   * @throws ChatError `refused`; `cause` is the server's code, or what went wrong on the way.
   */
  link(url: string): Promise<string>;
}

/** Links of one reader; two who ask for the same one at once share a request. `desk`: an agent reads. */
export function createFileLinks(
  env: Env,
  {
    fetch,
    credential,
    address,
    desk = false,
  }: Pick<UploadServer, 'fetch' | 'credential'> & {
    /** Where the server is; empty for the page's own. */
    readonly address: string;
    readonly desk?: boolean | undefined;
  },
): FileLinks {
  const base = desk ? `${address}/desk` : address;
  const known = new Map<string, { readonly until: number; readonly link: Promise<string> }>();

  const ask = async (url: string): Promise<string> => {
    let refused: string | undefined;
    for (;;) {
      const shown = await credential(refused);
      const headers: Record<string, string> = shown === undefined ? {} : { Authorization: shown };
      const response = await deadline(env, fetch(`${base}${url}/link`, { method: 'POST', headers }), REQUEST_MS);
      const said: unknown = await deadline(env, response.json(), REQUEST_MS);
      const { url: link, code } = isObject(said) ? said : { url: undefined, code: undefined };
      if (response.status === 200 && isSafeUrl(link)) return link.startsWith('/') ? `${address}${link}` : link;
      // A token that ended is asked for once more.
      if (response.status !== 401 || refused !== undefined || shown === undefined) throw code ?? response.status;
      refused = shown;
    }
  };

  return {
    link(url) {
      const held = known.get(url);
      if (held && env.monotonic() < held.until) return held.link;
      // Only a path of the server gets the credential.
      const path = /^\/file\/[\w-]+\/[\w-]+$/.test(url);
      const link = (path ? ask(url) : Promise.reject('not-a-file')).catch((cause: unknown) => {
        known.delete(url);
        throw new ChatError('refused', cause);
      });
      known.set(url, { until: env.monotonic() + LINK_MS, link });
      return link;
    },
  };
}
