import { isObject } from '@xiaoer/core/protocol';

/** A browser that is signed in. */
export interface SignedInBrowser {
  readonly name: string;
  readonly how: string;
  readonly browser: string;
  readonly createdAt: number;
  readonly usedAt: number;
  readonly here: boolean;
}

/** How the agent of this page comes in. */
export interface Account {
  readonly password: boolean;
  readonly totp: boolean;
  /** Whether a code was given lately, or none is needed. */
  readonly proved: boolean;
  readonly sessions: readonly SignedInBrowser[];
}

/** How something ended: done, refused with a code of the server, or slowed. */
export type Ended =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string; readonly waitMs?: number | undefined };

/** The server's addresses of accounts. Everything resolves. */
export interface AccountApi {
  signIn(name: string, password: string, code: string | undefined): Promise<Ended>;
  account(): Promise<Account | undefined>;
  prove(code: string): Promise<Ended>;
  setPassword(password: string): Promise<Ended>;
  /** The secret for an authenticator app, and the address that it reads. */
  beginTotp(): Promise<Ended>;
  endTotp(): Promise<Ended>;
  /** Signs one browser out, or all but this one. */
  signOut(session?: string): Promise<Ended>;
}

/** Asks the server the page is from. */
export function fetchAccount(ask: (address: string, init?: RequestInit) => Promise<Response>): AccountApi {
  const post = async (address: string, body: object): Promise<Ended> => {
    try {
      const answer = await ask(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const found: unknown = await answer.json().catch(() => ({}));
      const value = isObject(found) ? found : {};
      if (answer.ok) return { ok: true, value };
      return { ok: false, code: String(value['code'] ?? 'failed'), waitMs: Number(value['waitMs']) || undefined };
    } catch {
      return { ok: false, code: 'offline' };
    }
  };
  return {
    signIn: (name, password, code) => post('/desk/sign-in', { name, password, code }),
    async account() {
      try {
        const answer = await ask('/desk/api/account');
        return answer.ok ? ((await answer.json()) as Account) : undefined;
      } catch {
        return undefined;
      }
    },
    prove: (code) => post('/desk/api/account/prove', { code }),
    setPassword: (password) => post('/desk/api/account/password', { password }),
    beginTotp: () => post('/desk/api/account/totp', {}),
    endTotp: () => post('/desk/api/account/totp/end', {}),
    signOut: (session) => post('/desk/api/account/sessions/end', { session }),
  };
}
