import { isCursor } from './cursor.ts';
import { type Decoded, decode, type Guards, isSignalFrame, literal } from './decode.ts';
import { isKind } from './event.ts';
import type { Append, Auth, Bye, ClientFrame, Hello, Pong, Pull, Watch } from './frame.ts';
import { isConversationId, isName, isOpId } from './ids.ts';
import { integer, isBoolean, isObject, list, optional, shape, string } from './shape.ts';

const cursors = list(isCursor, 100);

const CLIENT: Guards<ClientFrame> = {
  hello: shape<Hello>({
    t: literal('hello'),
    v: integer(1),
    shop: isName,
    install: isName,
    nonce: isName,
    token: optional(string(8192, 1)),
    secret: optional(string(64, 43)),
    claim: optional(string(64, 43)),
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

/** Reads what a client sent. Bodies of ops are checked by `readContent`. */
export const decodeClientFrame = (text: string): Decoded<ClientFrame> => decode<ClientFrame>(text, CLIENT);
