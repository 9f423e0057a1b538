import type { Env } from '@xiaoer/core/env';
import { encode, type ServerFrame, type SignalMap } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { SignedIn } from './house.ts';
import type { OpenSession } from './session.ts';
import { signal } from './signals.ts';

const PRESENCE_AFTER_MS = 250;
/** Links of one principal at once: tabs and devices, and those that died without anybody having noticed yet. */
const MOST_LINKS = 20;
/** Close code of RFC 6455, section 7.4. */
const GOING_AWAY = 1001;

/** All links, and whose they are. */
export interface Audience {
  add(session: OpenSession): void;
  remove(session: OpenSession): void;
  /** Where this is one link too many of its principal, the one that signed in first ends. */
  signedIn(link: SignedIn): void;
  signedOut(link: SignedIn): void;
  /** The secret of a visitor was claimed: whoever still speaks by it is nobody. */
  revoke(visitor: string): void;
  /** Every link of the shopper reads the conversation he has just created. */
  follow(conversation: Conversation): void;
  /** To every agent; a link that cannot take more gets what `instead` builds once it can. */
  tellAgents<N extends 'inbox' | 'team'>(name: N, body: SignalMap[N], instead: () => SignalMap[N]): void;
  /** The number of agents changed: everybody is told a moment later, once for many changes. */
  presence(): void;
  tellAll(frame: ServerFrame): void;
  readonly links: number;
  close(reason: string): void;
}

/** `agents` gives the number at the desk now. */
export function createAudience(env: Env, agents: () => number): Audience {
  const sessions = new Set<OpenSession>();
  const principals = new Map<string, Set<SignedIn>>();
  let told = 0;
  let telling: (() => void) | undefined;

  /** What a slow link gets in place of the signals of a name that it missed: once a name. */
  const missed = { inbox: {}, team: {} };
  const keyOf = (role: SignedIn['role'], id: string): string => `${role} ${id}`;

  const tell = (
    frame: ServerFrame,
    to: (session: OpenSession) => boolean,
    missing?: { readonly key: object; readonly instead: () => ServerFrame } | undefined,
  ): void => {
    let text: string | undefined;
    for (const session of sessions) {
      if (!to(session)) continue;
      const { window } = session.reader;
      if (window.open()) {
        text ??= encode(frame);
        session.reader.sendText(text);
      } else if (missing) window.whenOpen(missing.key, () => session.send(missing.instead()));
    }
  };

  return {
    add: (session) => void sessions.add(session),
    remove: (session) => void sessions.delete(session),
    signedIn(link) {
      const key = keyOf(link.role, link.principal.id);
      const links = principals.get(key) ?? new Set();
      links.add(link);
      principals.set(key, links);
      // The oldest goes, not the newest: among many links of one person those that are dead are the old ones.
      const [oldest] = links;
      if (links.size > MOST_LINKS) oldest?.leave('too many links of one principal');
    },
    signedOut(link) {
      const key = keyOf(link.role, link.principal.id);
      const links = principals.get(key);
      links?.delete(link);
      if (links?.size === 0) principals.delete(key);
    },
    revoke(visitor) {
      for (const link of [...(principals.get(keyOf('shopper', visitor)) ?? [])]) link.revoke();
    },
    follow(conversation) {
      for (const link of principals.get(keyOf('shopper', conversation.record.subject)) ?? []) link.follow(conversation);
    },
    tellAgents: (name, body, instead) =>
      tell(signal(name, body), ({ reader }) => reader.role === 'agent' && reader.principal !== undefined, {
        key: missed[name],
        instead: () => signal(name, instead()),
      }),
    presence() {
      telling ??= env.timer(() => {
        telling = undefined;
        if (agents() === told) return;
        told = agents();
        tell(signal('presence', { agents: told }), () => true);
      }, PRESENCE_AFTER_MS);
    },
    tellAll(frame) {
      for (const session of sessions) session.send(frame);
    },
    get links() {
      return sessions.size;
    },
    close(reason) {
      telling?.();
      for (const session of [...sessions]) session.end(GOING_AWAY, reason);
    },
  };
}
