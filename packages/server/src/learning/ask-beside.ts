import { fallback, type Kind, readContent, type TraceBody } from '@xiaoer/core/protocol';
import type { Answer, ConversationRecord, Responder } from '@xiaoer/host';

/** A question that is asked of two versions. */
export interface Question {
  readonly text: string;
  readonly locale: string;
  /** Product that the page shows. */
  readonly about?: string | undefined;
  /** What each version remembers of the turns before; what it answered last time. */
  readonly states?: { readonly live?: TraceBody['state']; readonly draft?: TraceBody['state'] } | undefined;
}

/** What one version answers. */
export interface Reply {
  /** `body` as a shopper gets it, `text` what it says in words. */
  readonly lines: readonly {
    readonly kind: Kind;
    readonly body: Readonly<Record<string, unknown>>;
    readonly text: string;
  }[];
  readonly handoff?: Answer['handoff'];
  readonly trace: Answer['trace'];
}

/** Nobody's conversation: it is not recorded, and no order is anybody's. */
const RECORD: Omit<ConversationRecord, 'locale'> = { id: 'trial', shop: '', subject: 'trial', createdAt: 0 };

async function replyOf(
  responder: Responder,
  question: Question,
  state: TraceBody['state'],
  at: number,
): Promise<Reply> {
  const { text, locale, about } = question;
  const body = { text, ...(about === undefined ? {} : { about: { product: about } }) };
  const answer = await responder({
    record: { ...RECORD, locale },
    events: [{ seq: 1, id: 'trial', at, from: { role: 'shopper', id: 'trial' }, kind: 'text', body }],
    state,
    isStale: () => false,
  });
  const { lines, handoff, trace }: Answer = 'lines' in answer ? answer : { lines: [] };
  return {
    lines: lines.map(({ kind, body }) => ({
      kind,
      body: { ...body },
      text: fallback(readContent({ kind, body: { ...body } })),
    })),
    handoff,
    trace,
  };
}

/**
 * The same question to what is known and to a draft of it: both replies, both traces. Without a draft only what is known answers.
 * Nothing is recorded or carried out.
 */
export async function askBeside(
  live: Responder,
  draft: Responder | undefined,
  question: Question,
  at: number,
): Promise<{ readonly live: Reply; readonly draft?: Reply }> {
  return {
    live: await replyOf(live, question, question.states?.live, at),
    ...(draft && { draft: await replyOf(draft, question, question.states?.draft, at) }),
  };
}
