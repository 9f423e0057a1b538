import { isCursor, isEpoch } from './cursor.ts';
import { isChatEvent, isKind } from './event.ts';
import type {
  Ack,
  Append,
  Auth,
  AuthSoon,
  Bye,
  ClientFrame,
  Events,
  GoAway,
  Hello,
  Nack,
  OpenConversation,
  Ping,
  Pong,
  Pull,
  Reset,
  ServerFrame,
  SignalFrame,
  Watch,
  Welcome,
} from './frame.ts';
import { isConversationId, isName, isOpId } from './ids.ts';
import type { Limits } from './limits.ts';
import { isParticipant } from './participant.ts';
import {
  type Guard,
  integer,
  isBoolean,
  isNumber,
  isObject,
  list,
  oneOf,
  optional,
  record,
  shape,
  string,
} from './shape.ts';
import { SIGNALS, type SignalName } from './signal.ts';

/** A frame, a frame type this version does not know (to be ignored), or what is wrong with it. */
export type Decoded<F> =
  | { readonly ok: true; readonly frame: F }
  | {
      readonly ok: false;
      readonly ignore: boolean;
      /** For developers: what was wrong. Never contains the frame's content. */
      readonly problem: string;
      /** Id of the op or nonce of the request, where one could be read, so that the refusal finds its sender. */
      readonly id?: string | undefined;
      readonly nonce?: string | undefined;
    };

const cursors = list(isCursor, 100);

const isSignalFrame = (value: unknown): value is SignalFrame => {
  if (!isObject(value) || typeof value['name'] !== 'string') return false;
  if (!Object.hasOwn(SIGNALS, value['name'])) return false;
  return (
    optional(isConversationId)(value['conversation']) &&
    optional(isParticipant)(value['from']) &&
    SIGNALS[value['name'] as SignalName](value['body'])
  );
};

type Guards<F extends { readonly t: string }> = { readonly [T in F['t']]: Guard<Extract<F, { t: T }>> };

const literal = <T extends string>(t: T): Guard<T> => oneOf(t);

const CLIENT: Guards<ClientFrame> = {
  hello: shape<Hello>({
    t: literal('hello'),
    v: integer(1),
    shop: isName,
    install: isName,
    nonce: isName,
    token: optional(string(8192, 1)),
    secret: optional(string(64, 43)),
    cursors,
    locale: optional(string(35)),
  }),
  append: shape<Append>({
    t: literal('append'),
    conversation: isConversationId,
    id: isOpId,
    kind: isKind,
    body: isObject,
    after: optional(isOpId),
    serving: optional(integer(0)),
  }),
  signal: isSignalFrame,
  pull: shape<Pull>({
    t: literal('pull'),
    conversation: isConversationId,
    nonce: isName,
    before: integer(1),
    limit: integer(1, 500),
  }),
  watch: shape<Watch>({
    t: literal('watch'),
    conversation: isConversationId,
    on: isBoolean,
    cursor: optional(isCursor),
  }),
  auth: shape<Auth>({ t: literal('auth'), token: string(8192, 1) }),
  pong: shape<Pong>({ t: literal('pong'), cursors }),
  bye: shape<Bye>({ t: literal('bye'), cursors }),
};

const events = list(isChatEvent, 1000);

const SERVER: Guards<ServerFrame> = {
  welcome: shape<Welcome>({
    t: literal('welcome'),
    v: integer(1),
    nonce: isName,
    principal: optional(isParticipant),
    time: isNumber,
    limits: shape<Limits>({
      frameBytes: integer(1),
      bodyBytes: integer(1),
      textChars: integer(1),
      sendWindow: integer(1),
      pageEvents: integer(1),
    }),
    heartbeat: integer(1000),
    conversations: list(
      shape<OpenConversation>({ conversation: isConversationId, epoch: isEpoch, head: integer(0) }),
      1000,
    ),
    shop: shape<Welcome['shop']>({ name: string(200), agents: integer(0) }),
  }),
  ack: shape<Ack>({
    t: literal('ack'),
    conversation: isConversationId,
    id: isOpId,
    epoch: isEpoch,
    seq: integer(1),
  }),
  nack: shape<Nack>({
    t: literal('nack'),
    class: string(20) as Guard<Nack['class']>,
    code: string(40),
    id: optional(isOpId),
    conversation: optional(isConversationId),
    nonce: optional(isName),
    retryAfter: optional(isNumber),
    use: optional(isConversationId),
    message: optional(string(1000)),
  }),
  events: shape<Events>({
    t: literal('events'),
    conversation: isConversationId,
    epoch: isEpoch,
    events,
    nonce: optional(isName),
    first: integer(1),
  }),
  signal: isSignalFrame,
  reset: shape<Reset>({
    t: literal('reset'),
    conversation: isConversationId,
    epoch: isEpoch,
    events,
    head: integer(0),
    first: integer(1),
  }),
  ping: shape<Ping>({ t: literal('ping'), heads: record(integer(0), 1000) }),
  goaway: shape<GoAway>({ t: literal('goaway'), windowMs: integer(0) }),
  'auth-soon': shape<AuthSoon>({ t: literal('auth-soon'), inMs: integer(0) }),
};

function decode<F extends { readonly t: string }>(text: string, guards: Guards<F>): Decoded<F> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, ignore: false, problem: 'the frame is not JSON' };
  }
  if (!isObject(value) || typeof value['t'] !== 'string')
    return { ok: false, ignore: false, problem: 'the frame is not an object with a string t' };
  const { t } = value;
  if (!Object.hasOwn(guards, t)) return { ok: false, ignore: true, problem: 'unknown frame type' };
  if (t === 'signal' && !Object.hasOwn(SIGNALS, String(value['name'])))
    return { ok: false, ignore: true, problem: 'unknown signal' };
  if ((guards[t as F['t']] as Guard<F>)(value)) return { ok: true, frame: value };
  return {
    ok: false,
    ignore: false,
    problem: `a field of the ${t} frame is missing or has the wrong form`,
    id: isOpId(value['id']) ? value['id'] : undefined,
    nonce: isName(value['nonce']) ? value['nonce'] : undefined,
  };
}

/** Reads what a client sent. Bodies of ops are checked by `readContent`. */
export const decodeClientFrame = (text: string): Decoded<ClientFrame> => decode<ClientFrame>(text, CLIENT);

/** Reads what a server sent. */
export const decodeServerFrame = (text: string): Decoded<ServerFrame> => decode<ServerFrame>(text, SERVER);
