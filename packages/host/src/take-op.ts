import type { Env } from '@xiaoer/core/env';
import {
  type Append as AppendFrame,
  type Content,
  type HandoffBody,
  LIMITS,
  type Participant,
} from '@xiaoer/core/protocol';
import { admit, complete } from './admission.ts';
import type { Append, Draft, Outcome } from './append.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Desk } from './desk.ts';
import type { Enrich } from './enrich.ts';
import { ERASED } from './erased.ts';
import type { Lanes } from './lanes.ts';
import type { ConversationRecord, Log } from './log.ts';
import { isLine } from './projection.ts';
import type { Rate } from './rate.ts';
import type { Refusal } from './refusal.ts';
import { isPassing, servingRefusal } from './serving-rules.ts';
import type { Vouching } from './vouching.ts';

/** An op that came over a link. */
export interface IncomingOp {
  readonly frame: AppendFrame;
  /** The author, out of the credential (server rule 4). */
  readonly author: Participant;
  readonly locale: string | undefined;
  /** Length of the frame's text. */
  readonly chars: number;
  /** Of the link that it came over. */
  readonly vouching: Vouching;
}

/** Takes one op from a link to the log. Ops of one conversation are taken in the order of this call. */
export type TakeOp = (op: IncomingOp) => Promise<Outcome>;

const refuse = (
  code: Refusal['code'],
  message: string,
  more: Partial<Refusal> = {},
): Extract<Outcome, { readonly ok: false }> => ({
  ok: false,
  refusal: { code, message, ...more },
});

/** The answer to everything by a secret that an account has claimed (client rule 12). */
const REVOKED = refuse('secret-revoked', 'an account has claimed this conversation; its token speaks for it now');

/** All that stands between a frame and the log. */
export function createTakeOp(options: {
  readonly env: Env;
  readonly shop: string;
  readonly log: Log;
  readonly lanes: Lanes;
  readonly conversations: Conversations;
  readonly append: Append;
  readonly rate: Rate;
  readonly desk: Desk;
  readonly enrich: Enrich;
  /** Whether an agent may see a conversation. */
  readonly sees: (agent: string, conversation: Conversation) => boolean;
}): TakeOp {
  const { env, shop, log, lanes, conversations, append, rate, desk, enrich, sees } = options;

  /**
   * Client rule 4: an op names the un-acked one before it, and is worth nothing without it. Nor is one behind a repeat
   * that itself came without its predecessor, until that is known.
   */
  const outOfOrder = async ({ frame, author, vouching }: IncomingOp, conversation: Conversation | undefined) => {
    for (let id = frame.after, steps = 0; id !== undefined && steps <= LIMITS.sendWindow; steps++) {
      if (!conversation?.knows(author.id, id) && (await log.find(frame.conversation, author.id, id)) === undefined)
        return true;
      id = vouching.missing(id);
    }
    return false;
  };

  /**
   * Who gets the conversation by this op, and what is recorded where that is not the op as it came: a colleague who is
   * named joins at once; for a group the agent leaves first, in the same batch. Undefined where the colleague is not there.
   */
  const changeOf = (
    { frame: { id, serving }, author }: IncomingOp,
    content: Content,
  ): { readonly to?: string | undefined; readonly drafts?: readonly Draft[] } | undefined => {
    if (content.kind !== 'handoff') return {};
    const { state, agent } = content.body;
    if (!isPassing(content, author)) return { to: state === 'joined' ? author.id : undefined };
    const change = (name: string, body: HandoffBody): Draft => ({ id: name, kind: 'handoff', body: { ...body } });
    if (agent === undefined) {
      const leaves = change(`house:${serving}:passed`, { state: 'returned', reason: 'agent' });
      return { drafts: [leaves, change(id, content.body)] };
    }
    const colleague = desk.team().find((one) => one.id === agent.id && one.id !== author.id && !one.away);
    if (!colleague) return undefined;
    const joins = change(id, { state: 'joined', agent: { id: colleague.id, name: colleague.name } });
    return { to: colleague.id, drafts: [joins] };
  };

  const record = async (
    op: IncomingOp,
    target: ConversationRecord,
    conversation: Conversation | undefined,
  ): Promise<Outcome> => {
    const { frame, author, chars, locale } = op;
    if (await outOfOrder(op, conversation)) return refuse('out-of-order', 'the op named in after is not known here');
    op.vouching.vouches(frame.id, frame.after);
    const token = rate.take(author.id);
    if (!token.ok) return refuse('rate', 'too many ops', { retryAfter: token.waitMs });
    const first = admit(frame, author, chars);
    if (!first.ok) return first;
    const admitted = await complete(
      first,
      author,
      { record: target, conversation },
      {
        enrich,
        log,
        locale,
        now: env.now,
        refresh: conversations.refresh,
      },
    );
    if (!admitted.ok) return admitted;
    const { content } = admitted;
    const change = changeOf(op, content);
    if (!change) return refuse('not-found', 'no such colleague is at the desk');
    const { to, drafts = [{ id: frame.id, kind: frame.kind, body: admitted.body }] } = change;
    const mark = content.kind === 'read' ? conversation?.projection.read.get(author.id) : undefined;
    // What says nothing new is the mark that says it already.
    if (mark && content.kind === 'read' && content.body.upTo <= mark.upTo)
      return { ok: true, seq: mark.seq, duplicate: true };
    const settle = to === undefined ? undefined : desk.reserve(to);
    if (to !== undefined && !settle)
      return refuse(
        'capacity',
        `${to === author.id ? 'you hold' : 'your colleague holds'} as many conversations as may be`,
      );
    try {
      return await append(conversation ?? conversations.draft(target), {
        author,
        drafts,
        bytes: chars,
        create: conversation ? undefined : target,
        check(now) {
          // The claim may have come between this op's look at the owner and its turn to be written.
          if (author.role === 'shopper' && now.record.subject !== author.id) return REVOKED.refusal;
          return servingRefusal(now, { author, content, serving: frame.serving }, desk);
        },
      });
    } finally {
      settle?.();
    }
  };

  /** Server rule 8: the first op creates the conversation, unless the shopper has an open one. */
  const create = (op: IncomingOp): Promise<Outcome> => {
    const { frame, author, locale } = op;
    const { name } = author;
    const { conversation: id, kind, body } = frame;
    const opens = isLine(kind) || (kind === 'handoff' && body['state'] === 'requested');
    if (!opens) return Promise.resolve(refuse('not-found', 'there is no such conversation'));
    return lanes.run(`creating ${author.id}`, async () => {
      if ((await log.aliasOf(shop, author.id)) !== undefined) return REVOKED;
      const [open] = await log.openOf(shop, author.id);
      if (open) return refuse('use', 'another conversation is open', { use: open.id });
      return record(op, { id, shop, subject: author.id, createdAt: env.now(), locale, name }, undefined);
    });
  };

  const take = async (op: IncomingOp): Promise<Outcome> => {
    const { frame, author } = op;
    const owner = await conversations.owner(frame.conversation);
    if (author.role === 'shopper' && owner === undefined) return create(op);
    if (author.role === 'shopper' && owner !== author.id && owner !== ERASED)
      return (await log.aliasOf(shop, author.id)) === undefined
        ? refuse('forbidden', 'this conversation belongs to somebody else')
        : REVOKED;
    const conversation = await conversations.load(frame.conversation);
    if (!conversation || (author.role === 'agent' && !sees(author.id, conversation)))
      return refuse('not-found', 'there is no such conversation');
    const outcome = await record(op, conversation.record, conversation);
    conversations.release(conversation);
    if (outcome.ok) {
      if (outcome.duplicate) rate.refund(author.id);
      return outcome;
    }
    // Whatever speaks against an op now: if it is in the log already, that is what its author must hear.
    const seq = await log.find(frame.conversation, author.id, frame.id);
    if (seq === undefined) return outcome;
    if (seq > conversation.head) await conversations.refresh(conversation);
    return { ok: true, seq, duplicate: true };
  };

  return (op) =>
    lanes.run(op.frame.conversation, () =>
      take(op).catch((error: unknown) => {
        env.log('error', 'op.failed', { kind: op.frame.kind, error: error instanceof Error ? error.name : 'unknown' });
        return refuse('internal', 'the op could not be taken', { retryAfter: 1_000 });
      }),
    );
}
