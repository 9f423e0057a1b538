import { fallback, isObject, readContent } from '@xiaoer/core/protocol';

/** What somebody at the desk may do. */
export type DeskRole = 'agent' | 'lead' | 'admin';

/** The server's addresses of personal data. Everything resolves. */
export interface PrivacyApi {
  /** Who one is; undefined where the server does not tell. */
  role(): Promise<DeskRole | undefined>;
  /** Where everything of a conversation's shopper can be saved from. */
  exportHref(conversation: string, ending: 'html' | 'json', locale: string): string;
  /** Erases the shopper of a conversation. `going` when it was recorded and is not over yet. */
  erase(conversation: string): Promise<'done' | 'going' | 'prove' | 'failed'>;
  /** A line with its numbers, for a reason that is written down; undefined where that is refused. */
  reveal(conversation: string, seq: number, kind: string, reason: string): Promise<string | undefined>;
}

const ROLES: readonly DeskRole[] = ['agent', 'lead', 'admin'];

/** Asks the server the page is from. */
export function fetchPrivacy(ask: (address: string, init?: RequestInit) => Promise<Response>): PrivacyApi {
  const post = (address: string, body: object): Promise<Response> =>
    ask(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    async role() {
      try {
        const answer = await ask('/desk/api/me');
        const body: unknown = answer.ok ? await answer.json() : undefined;
        return ROLES.find((role) => isObject(body) && body['role'] === role);
      } catch {
        return undefined;
      }
    },
    exportHref: (conversation, ending, locale) =>
      `/desk/api/shopper/export.${ending}?${new URLSearchParams({ conversation, locale })}`,
    async erase(conversation) {
      try {
        const answer = await post('/desk/api/shopper/erase', { conversation, sure: true });
        if (answer.ok || answer.status === 500) return answer.ok ? 'done' : 'going';
        const why: unknown = await answer.json().catch(() => undefined);
        return isObject(why) && why['code'] === 'prove' ? 'prove' : 'failed';
      } catch {
        return 'failed';
      }
    },
    async reveal(conversation, seq, kind, reason) {
      try {
        const answer = await post('/desk/api/reveal', { conversation, seq, reason });
        const found: unknown = answer.ok ? await answer.json() : undefined;
        const body = isObject(found) ? found['body'] : undefined;
        return isObject(body) ? fallback(readContent({ kind, body })) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
