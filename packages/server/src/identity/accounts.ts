import { createHash } from 'node:crypto';
import { type AgentTables, HERE } from './agents.ts';
import { hashPassword, isPassword, LEAST_PASSWORD, MOST_PASSWORD } from './passwords.ts';
import { newTotpSecret, totpStep } from './totp.ts';

/** Wrong tries of a name, and from an address, that cost nothing; the wait after the next, doubled by each, and the longest. */
const FREE = 5;
const FREE_ADDRESS = 50;
const FIRST_MS = 2_000;
const MOST_MS = 15 * 60_000;
/** After so long without a try what was wrong is forgotten. */
const FORGET_MS = 24 * 3_600_000;
/** For so long after a code the session may do what asks for one. */
const PROVED_MS = 10 * 60_000;

/** How a sign-in ended. */
export type SignedIn =
  | { readonly agent: string }
  /** The password is right, and a code is asked for. */
  | { readonly needs: 'code' }
  | { readonly wrong: true }
  /** Milliseconds until the next try. */
  | { readonly waitMs: number };

/** Passwords and codes of agents. */
export interface Accounts {
  /** `address` is where the try comes from: names and addresses are slowed apart. */
  signIn(name: string, password: string, code: string | undefined, address: string): Promise<SignedIn>;
  hasPassword(agent: string): boolean;
  hasTotp(agent: string): boolean;
  /** Sets a password. A string is why not. */
  setPassword(agent: string, password: string): Promise<string | undefined>;
  /** Makes a secret, which counts once a code of it was given. */
  beginTotp(agent: string): Promise<string>;
  /** Takes a code: confirms the secret, or proves who it is. Undefined when it is wrong; a wait when there were too many. */
  prove(agent: string, code: string, session: string): Promise<boolean | { readonly waitMs: number }>;
  /** Whether the session gave a code lately, or its agent has none. */
  isProved(agent: string, session: string): boolean;
  endTotp(agent: string): Promise<void>;
}

const keyOf = (kind: string, text: string): string =>
  createHash('sha256').update(`${kind}\n${text}`).digest('base64url');

/** Accounts of a database. */
export function createAccounts({ reader, run }: AgentTables, now: () => number = Date.now): Accounts {
  const byName = reader.prepare(
    `SELECT agent.id, agent_password.hash FROM agent LEFT JOIN agent_password ON agent_password.agent = agent.id
     WHERE name = ? AND ${HERE}`,
  );
  const passwords = reader.prepare('SELECT 1 FROM agent_password WHERE agent = ?');
  const totp = reader.prepare('SELECT secret, step, confirmed_at FROM agent_totp WHERE agent = ?');
  const tries = reader.prepare('SELECT wrong, at FROM sign_in_try WHERE who = ?');
  /** When a session gave a code; a restart asks again. */
  const proved = new Map<string, number>();
  /** One try of a name after the other: many at once are no way around the wait. */
  const lanes = new Map<string, Promise<unknown>>();

  const waitFor = (who: string, free = FREE): number => {
    const { wrong = 0, at = 0 } = tries.get(who) ?? {};
    if (Number(wrong) <= free || now() - Number(at) > FORGET_MS) return 0;
    const wait = Math.min(MOST_MS, FIRST_MS * 2 ** (Number(wrong) - free - 1));
    return Math.max(0, Number(at) + wait - now());
  };
  const failed = (who: string): Promise<number> =>
    run(
      `INSERT INTO sign_in_try (who, wrong, at) VALUES (?1, 1, ?2)
       ON CONFLICT (who) DO UPDATE SET wrong = CASE WHEN ?2 - at > ${FORGET_MS} THEN 1 ELSE wrong + 1 END, at = ?2`,
      who,
      now(),
    );
  const forgiven = (who: string): Promise<number> => run('DELETE FROM sign_in_try WHERE who = ?', who);

  const alone = async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = lanes.get(key) ?? Promise.resolve();
    const next = before.then(task, task);
    lanes.set(key, next);
    try {
      return await next;
    } finally {
      if (lanes.get(key) === next) lanes.delete(key);
    }
  };

  /** Whether a code is good now; each is good once. */
  async function takeCode(agent: string, code: string): Promise<boolean> {
    const row = totp.get(agent);
    const step = row && totpStep(String(row['secret']), code, now(), Number(row['step']));
    if (step === undefined) return false;
    const taken = await run(
      'UPDATE agent_totp SET step = ?, confirmed_at = coalesce(confirmed_at, ?) WHERE agent = ? AND step < ?',
      step,
      now(),
      agent,
      step,
    );
    return taken === 1;
  }

  const hasTotp = (agent: string): boolean => totp.get(agent)?.['confirmed_at'] != null;

  return {
    hasPassword: (agent) => passwords.get(agent) !== undefined,
    hasTotp,
    signIn: (name, password, code, address) =>
      alone(keyOf('name', name), async () => {
        const [byTheName, byTheAddress] = [keyOf('name', name), keyOf('address', address)];
        const places = [byTheName, byTheAddress];
        const waitMs = Math.max(waitFor(byTheName), waitFor(byTheAddress, FREE_ADDRESS));
        if (waitMs > 0) return { waitMs };
        const row = byName.get(name);
        const hashed = row?.['hash'];
        const good = await isPassword(
          typeof hashed === 'string' ? hashed : undefined,
          password.slice(0, MOST_PASSWORD),
        );
        const agent = String(row?.['id']);
        const needs = good && hasTotp(agent);
        if (needs && code === undefined) return { needs: 'code' };
        if (!good || (needs && !(await takeCode(agent, code ?? '')))) {
          for (const one of places) await failed(one);
          return { wrong: true };
        }
        await forgiven(byTheName);
        return { agent };
      }),
    async setPassword(agent, password) {
      if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD)
        return `a password has ${LEAST_PASSWORD} to ${MOST_PASSWORD} characters`;
      await run(
        'INSERT OR REPLACE INTO agent_password (agent, hash, at) VALUES (?, ?, ?)',
        agent,
        await hashPassword(password),
        now(),
      );
      return undefined;
    },
    async beginTotp(agent) {
      const secret = newTotpSecret();
      await run('INSERT OR REPLACE INTO agent_totp (agent, secret, step) VALUES (?, ?, 0)', agent, secret);
      return secret;
    },
    prove: (agent, code, session) =>
      alone(keyOf('code', agent), async () => {
        const who = keyOf('code', agent);
        const waitMs = waitFor(who);
        if (waitMs > 0) return { waitMs };
        if (!(await takeCode(agent, code))) {
          await failed(who);
          return false;
        }
        await forgiven(who);
        proved.set(session, now());
        return true;
      }),
    isProved: (agent, session) =>
      !hasTotp(agent) || now() - (proved.get(session) ?? Number.NEGATIVE_INFINITY) < PROVED_MS,
    async endTotp(agent) {
      await run('DELETE FROM agent_totp WHERE agent = ?', agent);
    },
  };
}
