import {
  type Auth,
  type Cursor,
  type Hello,
  LIMITS,
  type Participant,
  PROTOCOL_VERSION,
  type ServerFrame,
} from '@xiaoer/core/protocol';
import type { ClaimOutcome } from './claim.ts';
import type { Conversation } from './conversation.ts';
import { createCredential } from './credential.ts';
import type { Authenticate } from './host-options.ts';
import type { House, SignedIn } from './house.ts';
import type { ConversationRecord } from './log.ts';
import type { Refusal, Refused } from './refusal.ts';
import type { SessionLink } from './session-link.ts';

/** Who speaks on a link, and until when. */
export interface SignIn {
  readonly principal: Participant | undefined;
  readonly locale: string | undefined;
  readonly welcomed: boolean;
  hello(frame: Hello): Promise<void>;
  auth(frame: Auth): Promise<void>;
  expired(): boolean;
  close(): void;
}

/** What the session does when somebody signs in. */
export interface SignInHandlers {
  readonly send: (frame: ServerFrame) => void;
  readonly refuse: (refusal: Refusal, refused: Refused) => void;
  /** Another principal than before speaks from here on: what was read for the earlier one ends. */
  readonly onPrincipal: () => void;
  /** After `welcome`: replay or reset what the client may read. */
  readonly onWelcome: (open: readonly Conversation[], cursors: readonly Cursor[]) => Promise<void>;
  readonly follow: (conversation: Conversation) => void;
  readonly end: (reason: string) => void;
}

interface Accepted {
  readonly principal?: Participant | undefined;
  readonly expiresAt?: number | undefined;
  readonly resumes?: string | undefined;
}

/** The answer to everything that needs a credential which is over. */
export const EXPIRED: Refusal = { code: 'token-expired', message: 'the token has ended; send auth with a fresh one' };

const REVOKED: Refusal = {
  code: 'secret-revoked',
  message: 'an account has claimed what was written under this secret; say hello with its token, or as somebody new',
};

/** Hello, welcome and the life of the credential (server rule 4: the author comes from the credential). */
export function createSignIn(house: House, link: SessionLink, on: SignInHandlers): SignIn {
  const { env, log, shop, settings } = house;
  let signedIn: SignedIn | undefined;
  let locale: string | undefined;
  let welcomed = false;
  let closed = false;
  /** This link claims its own secret: nobody has to tell it. */
  let claiming = false;

  const credential = createCredential(env, {
    soon: (inMs) => on.send({ t: 'auth-soon', inMs }),
    end: () => on.refuse(EXPIRED, {}),
    over: () => on.end('the token has ended'),
  });

  const become = (principal: Participant | undefined): void => {
    const before = signedIn?.principal;
    if (before?.id === principal?.id && before?.name === principal?.name) return;
    if (signedIn) house.signedOut(signedIn);
    signedIn = undefined;
    if (before && before.id !== principal?.id) on.onPrincipal();
    if (!principal) return;
    signedIn = { role: link.role, principal, follow: on.follow, leave: on.end, revoke };
    house.signedIn(signedIn);
  };

  function revoke(): void {
    if (claiming) return;
    on.refuse(REVOKED, {});
    become(undefined);
    link.speaks?.('nobody');
  }

  /** The principal behind a credential, or undefined after the refusal was sent. */
  const check = async (given: Parameters<Authenticate>[0], refused: Refused): Promise<Accepted | undefined> => {
    if (given.shop !== shop.id) {
      on.refuse({ code: 'shop-unknown', message: 'there is no such shop here' }, refused);
      return undefined;
    }
    if (link.role === 'agent') return { principal: link.principal };
    if (given.token === undefined && given.secret === undefined) return {};
    try {
      const result = await house.authenticate(given);
      if (!('error' in result)) return result;
      on.refuse({ code: result.error, message: 'the credential was refused' }, refused);
    } catch (error) {
      env.log('error', 'authenticate.failed', { error: error instanceof Error ? error.name : 'unknown' });
      on.refuse({ code: 'internal', retryAfter: 1_000, message: 'the credential could not be checked' }, refused);
    }
    return undefined;
  };

  const openOf = async (principal: Participant, resumes?: string): Promise<readonly Conversation[]> => {
    if (link.role === 'agent') return [];
    const records: readonly ConversationRecord[] = await log.openOf(shop.id, principal.id);
    const ids = new Set([...(resumes === undefined ? [] : [resumes]), ...records.map(({ id }) => id)]);
    const loaded = await Promise.all([...ids].map((id) => house.conversations.load(id)));
    return loaded.filter((one) => one !== undefined).filter(({ record }) => record.subject === principal.id);
  };

  /** Whether anything speaks for a principal but a secret that anybody can make up. */
  const isKnown = async (principal: Participant, open: readonly Conversation[], { token, cursors }: Hello) => {
    if (token !== undefined || open.length > 0) return true;
    // A conversation that is closed is not among the open ones, but its reader names it.
    for (const { conversation } of cursors)
      if ((await house.conversations.owner(conversation)) === principal.id) return true;
    return false;
  };

  /** Milliseconds to wait before this principal may speak on this link; 0 for one who may. */
  const waitFor = async (principal: Participant | undefined, open: readonly Conversation[], frame: Hello) => {
    if (!link.speaks || principal?.id === signedIn?.principal.id) return 0;
    if (!principal) return link.speaks('nobody');
    const known = await isKnown(principal, open, frame);
    return closed ? 0 : link.speaks(known ? 'known' : 'newcomer');
  };

  /** Whether a visitor's secret was claimed by an account since. */
  const isRevoked = async (principal: Participant, { token, secret }: Hello): Promise<boolean> =>
    link.role === 'shopper' &&
    token === undefined &&
    secret !== undefined &&
    (await log.aliasOf(shop.id, principal.id)) !== undefined;

  /** Answers `hello.claim`: client rule 12. A secret that is none has nothing to claim. */
  const claimFor = async (account: Participant, { claim: secret }: Hello): Promise<ClaimOutcome> => {
    const visitor = await house.authenticate({ shop: shop.id, secret });
    if ('error' in visitor) return { claimed: false };
    claiming = true;
    return house.claim(visitor.principal, account).finally(() => {
      claiming = false;
    });
  };

  /**
   * Conversations of another epoch that a restore took away whole, or whose claim it took back: the shopper holds them, and
   * the log does not, or has them as somebody else's.
   */
  const lostOf = async ({ id }: Participant, { cursors }: Hello): Promise<readonly string[]> => {
    const lost: string[] = [];
    if (link.role === 'agent') return lost;
    for (const { conversation, epoch } of cursors)
      if (epoch !== log.epoch() && (await house.conversations.owner(conversation)) !== id) lost.push(conversation);
    return lost;
  };

  return {
    get principal() {
      return signedIn?.principal;
    },
    get locale() {
      return locale;
    },
    get welcomed() {
      return welcomed;
    },
    async hello(frame) {
      const { nonce, token, secret } = frame;
      const accepted = await check({ shop: frame.shop, token, secret }, { nonce });
      if (closed || !accepted) return;
      let open: readonly Conversation[];
      let lost: readonly string[];
      let retryAfter: number;
      let claimed: boolean | undefined;
      try {
        if (accepted.principal && (await isRevoked(accepted.principal, frame))) return on.refuse(REVOKED, { nonce });
        if (accepted.principal && link.role === 'shopper' && token !== undefined && frame.claim !== undefined) {
          const outcome =
            accepted.resumes === undefined ? await claimFor(accepted.principal, frame) : { claimed: false };
          if ('refusal' in outcome) return on.refuse(outcome.refusal, { nonce });
          claimed = outcome.claimed;
        }
        open = accepted.principal ? await openOf(accepted.principal, accepted.resumes) : [];
        if (closed) return;
        retryAfter = await waitFor(accepted.principal, open, frame);
        lost = accepted.principal ? await lostOf(accepted.principal, frame) : [];
      } catch (error) {
        env.log('error', 'hello.failed', { error: error instanceof Error ? error.name : 'unknown' });
        on.refuse({ code: 'internal', retryAfter: 1_000, message: 'the log could not be read' }, { nonce });
        return;
      }
      if (closed) return;
      if (retryAfter > 0) {
        on.refuse({ code: 'rate', retryAfter, message: 'too many new visitors from this address' }, { nonce });
        return;
      }
      locale = frame.locale;
      become(accepted.principal);
      credential.renew(accepted.expiresAt);
      welcomed = true;
      on.send({
        t: 'welcome',
        v: PROTOCOL_VERSION,
        nonce,
        principal: accepted.principal,
        claimed,
        time: env.now(),
        limits: LIMITS,
        heartbeat: settings.heartbeatMs,
        // The one that goes on comes last: the client is in that one then.
        conversations: [
          ...lost.map((conversation) => ({ conversation, epoch: log.epoch(), head: 0 })),
          ...open.map(({ id, head }) => ({ conversation: id, epoch: log.epoch(), head })),
        ],
        shop: {
          name: typeof shop.name === 'string' ? shop.name : shop.name(locale),
          agents: house.agents(),
        },
      });
      for (const conversation of lost)
        on.send({ t: 'reset', conversation, epoch: log.epoch(), events: [], head: 0, first: 1 });
      await on.onWelcome(open, frame.cursors);
    },
    async auth(frame) {
      if (!signedIn || link.role === 'agent') return;
      const accepted = await check({ shop: shop.id, token: frame.token }, {});
      if (closed || !accepted) return;
      if (accepted.principal?.id !== signedIn.principal.id)
        return on.refuse({ code: 'token-invalid', message: 'the token is for somebody else' }, {});
      credential.renew(accepted.expiresAt);
    },
    expired: credential.expired,
    close() {
      closed = true;
      credential.close();
      if (signedIn) house.signedOut(signedIn);
      signedIn = undefined;
    },
  };
}
