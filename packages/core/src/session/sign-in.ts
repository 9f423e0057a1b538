import { batch, effect } from '@preact/signals-core';
import type { ClientOptions } from '../client-options.ts';
import { ChatError } from '../env/chat-error.ts';
import { warn } from '../env/warn.ts';
import type { Identity, User } from '../identity/identity.ts';
import { createTokenSource } from '../identity/token-source.ts';
import { carry, carryLate, keepCarried } from './carry.ts';
import { forgetVisitor } from './forget-visitor.ts';
import type { Session } from './session.ts';

/** What signing in needs of the client. */
export interface SignInPort {
  readonly options: ClientOptions;
  readonly current: () => Session;
  /** Whether the client is to be connected. */
  readonly wanted: () => boolean;
  /** Number of the last wish to be somebody: only that one is granted (rule 12). */
  turn: number;
  /** Ends the identity and begins another; resolves when the old one is gone. */
  replace(identity: Identity, wipe: boolean): Promise<void>;
}

/** The visitors' secrets that their shoppers are to be asked about. */
const unasked = new WeakMap<Session, string>();

/** Resolves when the server knows who we are, and whose the claimed conversation is. */
const opened = (port: SignInPort, turn: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = () => {
      const { connection, principal, identity } = port.current();
      const { state, problem } = connection.value;
      if (port.turn !== turn) reject(new ChatError('signed-out'));
      else if (state === 'stopped') reject(new ChatError('refused', problem));
      else if (state === 'online' && principal.value && identity.kind === 'user') resolve();
      else return;
      void Promise.resolve().then(() => stop());
    };
    const stop = effect(settle);
  });

/** What is being written while its shopper signs in goes on being written. */
function carryDraft(from: Session, to: Session): void {
  to.draft.value ||= from.draft.peek();
}

/** Begins an account's session that claims what `from` shows, which stays on the screen meanwhile. */
function beginClaim(port: SignInPort, from: Session, user: User, secret: string, ofVisitor: boolean): Promise<void> {
  const identity: User = {
    ...user,
    claim: secret,
    async answered(claimed) {
      if (!identity.claim) return;
      identity.claim = undefined;
      const at = port.current();
      if (at.identity !== identity) return;
      // Nothing of a conversation that is somebody else's stays on the screen, or is sent.
      if (!claimed && ofVisitor) port.replace(user, false).catch(() => {});
      else await keepCarried(at);
      // The other tabs need not have answered before this one goes on.
      forgetVisitor(port.options, secret, claimed)
        .then((rows) => (claimed ? at.queue(() => carryLate(at, rows)) : undefined))
        .catch((error) => warn(at.env, 'wipe-failed', error));
    },
  };
  return batch(() => {
    const ended = port.replace(identity, false);
    carry(from, port.current(), ofVisitor);
    carryDraft(from, port.current());
    return ended;
  });
}

/** Signs a shopper in by the host page's tokens, beside whom nobody else may have come meanwhile (rule 12). */
export async function signIn(port: SignInPort, turn: number, ask: () => Promise<string>): Promise<void> {
  const { options } = port;
  const check = () => {
    if (port.turn !== turn) throw new ChatError('signed-out');
  };
  check();
  const token = createTokenSource(options.env, ask);
  await token.get();
  if (options.resume) await port.current().start();
  check();
  const before = port.current();
  const { identity, credentials, shelf } = before;
  if (identity.kind === 'user' && identity.sub === token.subject()) identity.token.ask(ask);
  else {
    const user: User = {
      kind: 'user',
      sub: token.subject(),
      token,
      forgetVisitor: () => forgetVisitor(options).then(() => {}),
    };
    // Another tab may have signed out, and wiped it.
    const kept = identity.kind === 'visitor' && (await before.revive());
    check();
    const secret = kept && shelf.current.peek() ? credentials.secret : undefined;
    if (secret && credentials.spoke) await beginClaim(port, before, user, secret, true);
    else {
      // A visitor's conversation is kept for its claim; another account's is wiped.
      const ended = port.replace(user, identity.kind === 'user');
      if (identity.kind === 'visitor' && !secret) carryDraft(before, port.current());
      await ended;
      if (secret && port.turn === turn) {
        unasked.set(port.current(), secret);
        port.current().claimable.value = true;
      }
    }
  }
  check();
  if (port.wanted()) await opened(port, turn);
}

/** What the shopper said to a visitor's conversation that this browser profile held. */
export async function answerClaim(port: SignInPort, yes: boolean): Promise<void> {
  const { turn } = port;
  const at = port.current();
  const { identity, claimable } = at;
  const secret = unasked.get(at);
  if (!secret || identity.kind !== 'user') return;
  unasked.delete(at);
  claimable.value = false;
  if (!yes) return identity.forgetVisitor();
  await beginClaim(port, at, identity, secret, false);
  await port.current().start();
  if (port.wanted()) await opened(port, turn);
}
