import type { Env } from '@xiaoer/core/env';
import { encode, type InboxRow, type InboxSignal, type ServerFrame, type SignalMap } from '@xiaoer/core/protocol';
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
  /** Ends all links of an agent: whoever is still let in comes again. */
  dismiss(agent: string): void;
  /** Every link of the shopper reads the conversation he has just created. */
  follow(conversation: Conversation): void;
  /** To every agent; a link that cannot take more gets what `instead` builds once it can. */
  tellAgents<N extends 'inbox' | 'team'>(name: N, body: SignalMap[N], instead: () => SignalMap[N]): void;
  /** What an agent may see of an inbox; what is not is gone, as far as that agent is concerned. */
  scoped(agent: string, inbox: InboxSignal): InboxSignal;
  /** The number of agents changed: everybody is told a moment later, once for many changes. */
  presence(): void;
  tellAll(frame: ServerFrame): void;
  readonly links: number;
  close(reason: string): void;
}

/** `agents` gives the number at the desk now. */
export function createAudience(
  env: Env,
  agents: () => number,
  sees?: (agent: string, row: InboxRow) => boolean,
): Audience {
  const sessions = new Set<OpenSession>();
  const principals = new Map<string, Set<SignedIn>>();
  let told = 0;
  let telling: (() => void) | undefined;

  /** What a slow link gets in place of the signals of a name that it missed: once a name. */
  const missed = { inbox: {}, team: {} };
  const keyOf = (role: SignedIn['role'], id: string): string => `${role} ${id}`;

  const scoped = (agent: string, inbox: InboxSignal): InboxSignal => {
    const hidden = sees ? inbox.rows.filter((row) => !sees(agent, row)) : [];
    if (hidden.length === 0) return inbox;
    const gone = inbox.all ? [] : hidden.map(({ conversation }) => conversation);
    return { ...inbox, rows: inbox.rows.filter((row) => !hidden.includes(row)), gone: [...inbox.gone, ...gone] };
  };

  /** A frame that is the same for several links is built once. */
  const tell = (
    frameFor: (session: OpenSession) => ServerFrame | undefined,
    missing?: { readonly key: object; readonly instead: (session: OpenSession) => ServerFrame } | undefined,
  ): void => {
    const built = new Map<unknown, string>();
    for (const session of sessions) {
      const frame = frameFor(session);
      if (!frame) continue;
      const { window } = session.reader;
      const body = frame.t === 'signal' ? frame.body : frame;
      if (window.open()) {
        const text = built.get(body) ?? encode(frame);
        built.set(body, text);
        session.reader.sendText(text);
      } else if (missing) window.whenOpen(missing.key, () => session.send(missing.instead(session)));
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
    dismiss(agent) {
      for (const link of [...(principals.get(keyOf('agent', agent)) ?? [])]) link.leave('signed out');
    },
    follow(conversation) {
      for (const link of principals.get(keyOf('shopper', conversation.record.subject)) ?? []) link.follow(conversation);
    },
    tellAgents(name, body, instead) {
      const of = ({ reader }: OpenSession, given: typeof body): ServerFrame | undefined =>
        reader.role === 'agent' && reader.principal
          ? signal(name, name === 'inbox' ? (scoped(reader.principal.id, given as InboxSignal) as typeof body) : given)
          : undefined;
      tell((session) => of(session, body), {
        key: missed[name],
        instead: (session) => of(session, instead()) ?? signal(name, body),
      });
    },
    scoped,
    presence() {
      telling ??= env.timer(() => {
        telling = undefined;
        if (agents() === told) return;
        told = agents();
        const frame = signal('presence', { agents: told });
        tell(() => frame);
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
