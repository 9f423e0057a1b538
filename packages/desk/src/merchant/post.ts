import { isObject } from '@xiaoer/core/protocol';

/** How a wish of an admin ended: done, or refused with a code of the server. */
export type Ended =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string; readonly value: Readonly<Record<string, unknown>> };

type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/** Sends a wish to the server. Resolves in any case; `offline` where nothing answered. */
export async function post(ask: Ask, address: string, body: object): Promise<Ended> {
  try {
    const answer = await ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const found: unknown = await answer.json().catch(() => ({}));
    const value = isObject(found) ? found : {};
    return answer.ok ? { ok: true, value } : { ok: false, code: String(value['code'] ?? 'failed'), value };
  } catch {
    return { ok: false, code: 'offline', value: {} };
  }
}
