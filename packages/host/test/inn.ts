import {
  type ChatEvent,
  type ClientFrame,
  type Cursor,
  decodeServerFrame,
  encode,
  type Nack,
  type Participant,
  type ServerFrame,
} from '@xiaoer/core/protocol';
import { createHost, type Host, type HostOptions, type Responder, type Turn } from '@xiaoer/host';
import { createMemoryLog, type MemoryLog } from '@xiaoer/host/testing';
import { createFakeEnv, type FakeEnv } from './fake-env.ts';

export const BOT: Participant = { role: 'bot', id: 'bot', name: '小二' };

/** What an event looks like in a timeline: `3 bot text 好的`. */
export function line(event: ChatEvent): string {
  const { seq, from, kind, body } = event;
  const detail = body['text'] ?? body['state'] ?? body['decision'] ?? body['to'] ?? '';
  const reason = body['reason'] ? ` ${body['reason']}` : '';
  return `${seq} ${from.role === 'system' ? 'house' : from.role} ${kind} ${detail}${reason}`.trim();
}

function frameLine(frame: ServerFrame): string {
  switch (frame.t) {
    case 'welcome':
      return `welcome ${frame.principal?.id ?? '-'} [${frame.conversations.map(({ head }) => head).join()}]`;
    case 'ack':
      return `ack ${frame.id} ${frame.seq}`;
    case 'nack':
      return `nack ${frame.class} ${frame.code} ${frame.id ?? frame.nonce ?? '-'}${frame.use ? ` use ${frame.use}` : ''}`;
    case 'events':
      return `${frame.nonce ? 'page' : 'events'} ${frame.events.map(line).join(' | ')}`;
    case 'reset':
      return `reset head ${frame.head} first ${frame.first} | ${frame.events.map(line).join(' | ')}`;
    case 'signal':
      return `signal ${frame.name} ${JSON.stringify(frame.body)}`;
    case 'ping':
      return `ping ${JSON.stringify(Object.values(frame.heads))}`;
    case 'goaway':
      return `goaway ${frame.windowMs}`;
    case 'auth-soon':
      return `auth-soon ${frame.inMs}`;
  }
}

/** A scripted end of a link. What it heard is in `heard`, as lines. */
export class Guest {
  readonly heard: string[] = [];
  readonly frames: ServerFrame[] = [];
  /** Events of each conversation as a client would hold them; a hole or a repeat throws. */
  replica = new Map<string, ChatEvent[]>();
  closed: string | undefined;
  hearsPings = false;
  buffered = 0;
  /** Answers pings, as a living client does. */
  alive = true;
  readonly #session;
  #nonce = 0;

  constructor(host: Host, role: 'shopper' | 'agent', principal?: Participant) {
    this.#session = host.connect({
      role,
      principal,
      send: (text) => this.#take(text),
      close: (code, reason) => {
        this.closed = `${code} ${reason}`;
      },
      buffered: () => this.buffered,
    });
  }

  #take(text: string): void {
    const frame = decodeServerFrame(text);
    if (!frame) throw new Error(`the host sent what its own protocol refuses: ${text.slice(0, 300)}`);
    this.frames.push(frame);
    this.heard.push(frameLine(frame));
    if (frame.t === 'ping' && this.alive) this.send({ t: 'pong', cursors: [] });
    if (frame.t === 'reset') this.replica.set(frame.conversation, [...frame.events]);
    if (frame.t === 'events' && !frame.nonce) {
      const rows = this.replica.get(frame.conversation) ?? [];
      for (const event of frame.events) {
        const expected = (rows.at(-1)?.seq ?? frame.events[0]?.seq ?? 1) + (rows.length ? 1 : 0);
        if (event.seq !== expected) throw new Error(`expected ${expected}, got ${event.seq}`);
        rows.push(event);
      }
      this.replica.set(frame.conversation, rows);
    }
  }

  raw(text: string): void {
    this.#session.receive(text);
  }

  send(frame: ClientFrame): void {
    this.raw(encode(frame));
  }

  hello(credential: { token?: string; secret?: string; claim?: string } = {}, cursors: readonly Cursor[] = []): void {
    this.#nonce += 1;
    this.send({ t: 'hello', v: 1, shop: 'inn', install: 'i', nonce: `n${this.#nonce}`, cursors, ...credential });
  }

  op(
    conversation: string,
    id: string,
    kind: string,
    body: Record<string, unknown>,
    more: { after?: string; serving?: number } = {},
  ): void {
    this.send({ t: 'append', conversation, id, kind, body, ...more });
  }

  say(conversation: string, id: string, text: string, more: { after?: string; serving?: number } = {}): void {
    this.op(conversation, id, 'text', { text }, more);
  }

  typing(conversation: string, on: boolean): void {
    this.send({ t: 'signal', name: 'typing', conversation, body: { on } });
  }

  watch(conversation: string): void {
    this.send({ t: 'watch', conversation, on: true });
  }

  /** The connection breaks. */
  cut(): void {
    this.#session.closed();
  }

  /** What was heard since the last call, without the signals named. */
  since(...without: readonly string[]): string[] {
    const lines = this.heard.splice(0).filter((text) => this.hearsPings || !text.startsWith('ping'));
    return lines.filter((text) => !without.some((name) => text.startsWith(`signal ${name}`)));
  }

  /** The conversation as this end holds it. */
  sees(conversation: string): string[] {
    return (this.replica.get(conversation) ?? []).map(line);
  }

  nacks(): Nack[] {
    return this.frames.filter((frame) => frame.t === 'nack');
  }
}

export interface Inn {
  readonly env: FakeEnv;
  readonly log: MemoryLog;
  readonly host: Host;
  readonly turns: Turn[];
  shopper(name?: string): Promise<Guest>;
  agent(name?: string): Promise<Guest>;
  /** The log as it is on disk. */
  written(conversation: string): Promise<string[]>;
  /** The process dies; another starts on the same log. */
  restart(): Promise<Inn>;
}

/** Answers every turn with `答：` and the newest text; `找人` asks for a person. */
export const echo: Responder = async ({ events, returned }) => {
  if (returned) return { lines: [{ kind: 'text', body: { text: `抱歉 ${returned}` } }] };
  const texts = events
    .map(({ body }) => String(body['text'] ?? Object.values(Object(body['answers'])).join()))
    .join('+');
  if (texts.includes('找人')) return { lines: [], handoff: { reason: 'wish' } };
  return { lines: [{ kind: 'text', body: { text: `答：${texts}` } }] };
};

/** A host on a fake world with a memory log. Secrets are `secret-NAME…`, tokens `NAME` or `NAME@expiresAt`. */
export async function openInn(options: Partial<HostOptions> & { log?: MemoryLog; env?: FakeEnv } = {}): Promise<Inn> {
  const env = options.env ?? createFakeEnv();
  const log = options.log ?? createMemoryLog();
  const turns: Turn[] = [];
  const responder = options.responder ?? echo;
  const host = createHost({
    shop: { id: 'inn', name: '悦来客栈' },
    bot: BOT,
    enrich: async (content) =>
      content.kind === 'product' && content.body.product === 'none'
        ? undefined
        : (content.body as Record<string, unknown>),
    authenticate: async ({ token, secret }) => {
      if (token === 'bad') return { error: 'token-invalid' };
      if (token === 'late') return { error: 'token-expired' };
      const [name = '', end] = (token ?? secret?.replace(/-*$/, '').slice(7) ?? '').split('@');
      return { principal: { role: 'shopper', id: name }, expiresAt: end ? Number(end) : undefined };
    },
    ...options,
    env,
    log,
    responder: (turn) => {
      turns.push(turn);
      return responder(turn);
    },
  });
  await host.start();
  await env.settle();

  return {
    env,
    log,
    host,
    turns,
    async shopper(name = 'man') {
      const guest = new Guest(host, 'shopper');
      guest.hello({ secret: `secret-${name}`.padEnd(43, '-') });
      await env.settle();
      guest.since();
      return guest;
    },
    async agent(name = 'lin') {
      const guest = new Guest(host, 'agent', { role: 'agent', id: name, name });
      guest.hello();
      await env.settle();
      guest.since();
      return guest;
    },
    written: async (conversation) => (await log.read(conversation, 0, 1_000)).map(line),
    async restart() {
      host.close();
      return openInn({ ...options, env, log });
    },
  };
}

/** Nobody is told that it takes long, and no agent is hurried: for tests of other things that take their time. */
export const UNTOLD = { tellAfterMs: 0, answerLimitMs: 0 };

export const C1 = 'conversation-one1';
export const C2 = 'conversation-two2';
