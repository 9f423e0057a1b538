import { isEpoch } from './cursor.ts';
import { type Decoded, decode, type Guards, isSignalFrame, literal } from './decode.ts';
import { isChatEvent } from './event.ts';
import type {
  Ack,
  AuthSoon,
  Events,
  GoAway,
  Nack,
  OpenConversation,
  Ping,
  Reset,
  ServerFrame,
  Welcome,
} from './frame.ts';
import { isConversationId, isName, isOpId } from './ids.ts';
import type { Limits } from './limits.ts';
import { isParticipant } from './participant.ts';
import { type Guard, integer, isNumber, list, optional, record, shape, string } from './shape.ts';

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

/** Reads what a server sent. */
export const decodeServerFrame = (text: string): Decoded<ServerFrame> => decode<ServerFrame>(text, SERVER);
