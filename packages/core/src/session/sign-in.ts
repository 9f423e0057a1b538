import { effect } from '@preact/signals-core';
import type { ClientOptions } from '../client-options.ts';
import { ChatError } from '../env/chat-error.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { createTokenSource } from '../identity/token-source.ts';
import { lateStore } from '../stores/late-store.ts';
import type { Session } from './session.ts';

/** What signing in needs of the client. */
export interface SignInPort {
  readonly options: ClientOptions;
  readonly current: () => Session;
  /** Whether the client is to be connected. */
  readonly wanted: () => boolean;
  /** Ends the identity and begins another; resolves when the old one is gone. */
  replace(identity: Identity, wipe: boolean): Promise<void>;
}

/** Resolves when the server knows who we are. */
const opened = ({ link, principal, env }: Session): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = () => {
      const { state, problem } = link.state.value;
      const known = principal.value;
      if (env.ended()) reject(new ChatError('signed-out'));
      else if (state === 'stopped') reject(new ChatError('refused', problem));
      else if (state === 'online' && known) resolve();
      else return;
      void Promise.resolve().then(() => stop());
    };
    const stop = effect(settle);
  });

/** Signs a shopper in by the host page's tokens, beside whom nobody else may have come meanwhile (rule 12). */
export async function signIn(port: SignInPort, before: Session, ask: () => Promise<string>): Promise<void> {
  const { options } = port;
  const token = createTokenSource(options.env, ask);
  await token.get();
  const forgetVisitor = async () => {
    if (!options.openStore) return;
    const store = lateStore(options.env, storeName(options.shop, { kind: 'visitor' }), options.openStore);
    await store.use((opened) => opened.wipe());
    store.close();
  };
  if (port.current() !== before || before.env.ended()) throw new ChatError('signed-out');
  const { identity } = before;
  if (identity.kind === 'user' && identity.sub === token.subject()) identity.token.ask(ask);
  // A visitor's conversation is kept for its claim; another account's is wiped.
  else await port.replace({ kind: 'user', sub: token.subject(), token, forgetVisitor }, identity.kind === 'user');
  if (port.wanted()) await opened(port.current());
}
