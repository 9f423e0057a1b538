import {
  type Append,
  type Content,
  type ContentMap,
  isKnownKind,
  LIMITS,
  mayAppend,
  type Participant,
  readContent,
  utf8Bytes,
} from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';
import type { Enrich } from './enrich.ts';
import type { ConversationRecord, Log } from './log.ts';
import { isLine } from './projection.ts';
import type { Refusal } from './refusal.ts';

/** Kinds that carry a file: who sends one over a link names an upload, and no address of their own. */
const CARRYING = new Set(['image', 'voice', 'file']);

/** Kinds that name a product, an order or an upload; what is known of it is filled in before they are recorded. */
const NAMING = new Set(['product', 'products', 'order', 'orders', ...CARRYING]);

/** For so long after it was recorded a message can be taken back, by the server's clock. */
const RETRACT_MS = 120_000;

type Body = Readonly<Record<string, unknown>>;

/** An op as it may be recorded, or why not. */
export type Admitted =
  | { readonly ok: true; readonly content: Content; readonly body: Body }
  | { readonly ok: false; readonly refusal: Refusal };

const refuse = (code: Refusal['code'], message: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, message },
});

/** Checks what can be checked without reading anything: size, form, and whether the author may say such a thing. */
export function admit(frame: Append, author: Participant, frameChars: number): Admitted {
  // A UTF-16 code unit is at most three bytes, so most bodies need no counting.
  if (frameChars * 3 > LIMITS.bodyBytes && utf8Bytes(JSON.stringify(frame.body)) > LIMITS.bodyBytes)
    return refuse('too-large', `the body is larger than ${LIMITS.bodyBytes} bytes`);
  const content = readContent(frame);
  if (content.kind === 'unknown' && isKnownKind(frame.kind))
    return refuse('invalid-body', `the body is not one of kind ${frame.kind}`);
  if (!mayAppend(author.role, content)) return refuse('forbidden', `a ${author.role} may not append this`);
  if (CARRYING.has(content.kind) && frame.body['upload'] === undefined)
    return refuse('invalid-body', 'name a finished upload of yours as upload');
  if (content.kind !== 'handoff') return { ok: true, content, body: frame.body };
  const body = handoffOf(content.body, author);
  return { ok: true, content: { kind: 'handoff', body }, body: { ...body } };
}

/** Rule 4 reaches into the body: who joins, and why, comes from the credential as well. */
function handoffOf({ state, reason, agent, group }: ContentMap['handoff'], author: Participant): ContentMap['handoff'] {
  if (author.role === 'shopper')
    return state === 'requested'
      ? { state, reason: reason === 'anger' || reason === 'failures' ? reason : 'wish' }
      : { state, reason: 'shopper' };
  if (state === 'requested') return { state, reason: 'agent', group, agent };
  return state === 'joined'
    ? { state, agent: { id: author.id, name: author.name ?? author.id } }
    : { state, reason: 'agent' };
}

/**
 * The event that a body points at as one that was read, quoted or answered. What points beyond the log would come to
 * mean something that nobody has said yet.
 */
function pointsAt({ kind, body }: Content): number {
  switch (kind) {
    case 'read':
      return body.upTo;
    case 'text':
      return Math.max(body.quote ?? 0, body.reply?.to ?? 0);
    case 'form':
      return 'to' in body ? (body.to ?? 0) : 0;
    default:
      return 0;
  }
}

/** Checks and fills in what needs the merchant's data or the log. */
export async function complete(
  admitted: Admitted & { readonly ok: true },
  author: Participant,
  about: { readonly record: ConversationRecord; readonly conversation: Conversation | undefined },
  ports: {
    readonly enrich: Enrich;
    readonly log: Log;
    readonly locale: string | undefined;
    readonly now: () => number;
    /** Reads what the log has beyond the head in memory. */
    readonly refresh: (conversation: Conversation) => Promise<void>;
  },
): Promise<Admitted> {
  const { content } = admitted;
  const { record, conversation: present } = about;
  const pointed = pointsAt(content);
  // The op that opens a conversation may be carried over from one that is closed; its words must not be lost for that.
  if (present && pointed > present.head) {
    await ports.refresh(present);
    if (pointed > present.head)
      return refuse('invalid-body', 'the body names an event by a number that this conversation does not have yet');
  }
  if (content.kind === 'retracted') {
    const { target } = content.body;
    const [event] = await ports.log.read(record.id, target - 1, 1);
    if (event?.seq !== target) return refuse('not-found', 'there is no such event to take back');
    if (event.from.id !== author.id) return refuse('forbidden', 'only the author may take a message back');
    if (!isLine(event.kind)) return refuse('forbidden', 'only a message can be taken back');
    if (ports.now() - event.at > RETRACT_MS) return refuse('too-late', 'a message can be taken back for two minutes');
  }
  if (!NAMING.has(content.kind)) return admitted;
  const { id: conversation, shop, subject } = record;
  const body = await ports.enrich(content, { conversation, shop, subject, author, locale: ports.locale });
  if (!body)
    return refuse(
      'not-found',
      'there is no such product or order of this shopper, or no such finished upload of yours',
    );
  return { ok: true, content: readContent({ kind: content.kind, body }), body };
}
