import {
  type ClientFrame,
  decodeClientFrame,
  encode,
  LIMITS,
  PROTOCOL_VERSION,
  type ServerFrame,
  utf8Bytes,
} from '@xiaoer/core/protocol';
import { createHeartbeat } from './heartbeat.ts';
import type { House } from './house.ts';
import { isLine } from './projection.ts';
import { createRate } from './rate.ts';
import { createReading } from './reading.ts';
import { receiveSignal } from './receive-signal.ts';
import { nack, type Refusal, type Refused } from './refusal.ts';
import { createSendWindow } from './send-window.ts';
import type { Session, SessionLink } from './session-link.ts';
import { createSignIn, EXPIRED } from './sign-in.ts';
import type { Reader } from './subscription.ts';
import { createVouching } from './vouching.ts';

const HELLO_MS = 10_000;
const MALFORMED_PER_MINUTE = 10;
/** Frames kept while a hello is being answered. A client sends none in that time, save by mistake. */
const MOST_HELD = 64;

/** Close codes of RFC 6455, section 7.4. */
const POLICY = 1008;
const TOO_BIG = 1009;
const TRY_AGAIN = 1013;

const UNAUTHENTICATED: Refusal = { code: 'unauthenticated', message: 'say hello with a token or secret first' };

/** The house's side of one link, with what it needs besides {@link Session}. */
export interface OpenSession extends Session {
  send(frame: ServerFrame): void;
  readonly reader: Reader;
  /** Ends the link from our side. */
  end(code: number, reason: string): void;
}

/** Frames in, frames out, for one link. `onEnd` runs once, whoever ended it. */
export function createSession(house: House, link: SessionLink, onEnd: () => void): OpenSession {
  const { env, settings } = house;
  const malformed: number[] = [];
  const held: string[] = [];
  const signals = createRate(env, { perSecond: 10, burst: 10 });
  let ended = false;
  let holding = false;
  /** Ops of this link that are neither acked nor refused. */
  let taking = 0;

  const sendText = (text: string): void => {
    if (!ended) link.send(text);
  };
  const send = (frame: ServerFrame): void => sendText(encode(frame));
  const refuse = (refusal: Refusal, refused: Refused): void => send(nack(refusal, refused));

  const window = createSendWindow(env, link);
  const vouching = createVouching();
  const reader: Reader = {
    role: link.role,
    get principal() {
      return signIn.principal;
    },
    window,
    send,
    sendText,
    fail: () => end(TRY_AGAIN, 'the log could not be read'),
  };
  const reading = createReading(house, reader, refuse);
  const signIn = createSignIn(house, link, {
    send,
    refuse,
    onPrincipal: reading.forget,
    onWelcome: reading.resume,
    follow: (conversation) => reading.follow(conversation),
    end: (reason) => end(POLICY, reason),
  });
  const heartbeat = createHeartbeat(
    env,
    settings.heartbeatMs,
    () => send({ t: 'ping', heads: reading.heads() }),
    () => end(4000, 'no sign of life'),
  );
  const cancelHelloWait =
    link.role === 'shopper'
      ? env.timer(() => {
          if (!signIn.welcomed) end(POLICY, 'no hello');
        }, HELLO_MS)
      : undefined;

  function stop(): void {
    if (ended) return;
    ended = true;
    cancelHelloWait?.();
    heartbeat.close();
    window.close();
    reading.forget();
    signIn.close();
    onEnd();
  }

  function end(code: number, reason: string): void {
    if (ended) return;
    stop();
    link.close(code, reason);
  }

  const complain = (problem: string, refused: Refused): void => {
    refuse({ code: 'invalid-frame', message: problem }, refused);
    const now = env.monotonic();
    malformed.push(now);
    while ((malformed[0] ?? now) < now - 60_000) malformed.shift();
    if (malformed.length > MALFORMED_PER_MINUTE) end(POLICY, 'too many malformed frames');
  };

  const objectionNow = (): Refusal | undefined => {
    if (signIn.expired()) return EXPIRED;
    if (house.drainingMs !== undefined)
      return { code: 'busy', retryAfter: house.drainingMs, message: 'the server drains' };
    return taking < LIMITS.sendWindow
      ? undefined
      : { code: 'busy', retryAfter: 500, message: `more than ${LIMITS.sendWindow} ops are un-acked` };
  };

  const append = (frame: ClientFrame & { readonly t: 'append' }, chars: number): void => {
    const { conversation, id } = frame;
    const refused = { id, conversation };
    const author = signIn.principal;
    const objection = objectionNow();
    vouching.came(id, frame.after);
    if (!author || objection) {
      refuse(objection ?? UNAUTHENTICATED, refused);
      return;
    }
    if (author.role === 'shopper' && isLine(frame.kind)) house.sent(conversation);
    taking += 1;
    void house.takeOp({ frame, author, locale: signIn.locale, chars, vouching }).then((outcome) => {
      taking -= 1;
      if (!outcome.ok) return refuse(outcome.refusal, refused);
      send({ t: 'ack', conversation, id, epoch: house.log.epoch(), seq: outcome.seq });
      if (author.role === 'shopper' && signIn.principal === author) reading.ensure(conversation);
    });
  };

  const dispatch = (frame: ClientFrame, chars: number): void => {
    switch (frame.t) {
      case 'hello':
      case 'auth':
        holding = true;
        void (frame.t === 'hello' ? signIn.hello(frame) : signIn.auth(frame)).finally(() => {
          holding = false;
          while (!holding && held.length > 0) read(held.shift() ?? '');
        });
        return;
      case 'append':
        append(frame, chars);
        return;
      case 'signal':
        if (signals.take('').ok) receiveSignal(house, reading, signIn.principal, frame);
        return;
      case 'pull':
        reading.pull(frame);
        return;
      case 'watch':
        reading.watch(frame);
        return;
      case 'bye':
        end(1000, 'bye');
        return;
      case 'pong':
        return;
    }
  };

  function read(text: string): void {
    if (ended) return;
    // A UTF-16 code unit is at most three bytes, so most frames need no counting.
    const tooLarge = text.length * 3 > LIMITS.frameBytes && utf8Bytes(text) > LIMITS.frameBytes;
    const decoded = decodeClientFrame(text);
    if (tooLarge) {
      const id = !decoded.ok ? decoded.id : decoded.frame.t === 'append' ? decoded.frame.id : undefined;
      refuse({ code: 'too-large', message: `the frame is larger than ${LIMITS.frameBytes} bytes` }, { id });
      end(TOO_BIG, 'frame too large');
      return;
    }
    if (!decoded.ok) {
      if (!decoded.ignore) complain(decoded.problem, { id: decoded.id, nonce: decoded.nonce });
      return;
    }
    const { frame } = decoded;
    if (frame.t === 'hello' && frame.v !== PROTOCOL_VERSION) {
      refuse({ code: 'version', message: `this server speaks version ${PROTOCOL_VERSION}` }, { nonce: frame.nonce });
      return;
    }
    dispatch(frame, text.length);
  }

  if (house.drainingMs !== undefined) send({ t: 'goaway', windowMs: house.drainingMs });

  return {
    reader,
    send,
    end,
    receive(text) {
      if (ended) return;
      heartbeat.heard();
      if (!holding) read(text);
      else if (held.length < MOST_HELD) held.push(text);
      else end(POLICY, 'too many frames before welcome');
    },
    closed: stop,
  };
}
