import { type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Conversation, DeskClient } from '@xiaoer/core/desk';
import type { ContentMap, Kind } from '@xiaoer/core/protocol';
import { mentionsIn } from '../conversation/mentions.ts';
import { PROMISE_MS, promiseIn } from '../replies/promise-in.ts';
import type { DraftMode, Drafts } from './drafts.ts';
import type { Opened } from './opened.ts';
import { type Outcome, outcomeOf, until } from './outcome.ts';
import { isMine, servingOf } from './serving.ts';

/** Why something did not happen, shown above the composer of that conversation. */
export interface Refusal {
  readonly conversation: string;
  readonly code: string;
}

/** What an agent can do with a conversation. Each resolves when the house has answered; true means done. */
export interface Actions {
  readonly refusal: Signal<Refusal | null>;
  /** Conversations with an unanswered change of who speaks. */
  readonly busy: ReadonlySignal<ReadonlySet<string>>;
  take(conversation: Conversation): Promise<boolean>;
  handBack(conversation: Conversation): Promise<boolean>;
  close(conversation: Conversation): Promise<boolean>;
  /** Sends words; takes the conversation first where somebody else speaks. The draft goes only when they are kept. */
  reply(conversation: Conversation, text: string): Promise<boolean>;
  /** `due`: by when the shopper was promised to hear, milliseconds since 1970. */
  note(conversation: Conversation, text: string, due?: number): Promise<boolean>;
  /** Sends a card by its id; the server fills it in. */
  product(conversation: Conversation, product: string): Promise<boolean>;
  /** Sends pictures and files, one after the other; takes the conversation first where somebody else speaks. */
  attach(conversation: Conversation, files: readonly File[]): Promise<boolean>;
  /** Takes an own message back. */
  retract(conversation: Conversation, target: number): Promise<boolean>;
  /** Leaves the reason as a note, which asks the colleague to look, and passes the conversation on. */
  pass(conversation: Conversation, to: PassTo, reason: string): Promise<boolean>;
}

/** The wall clock, and the words of the note that keeps a promise made in a reply. */
export interface PromiseWords {
  readonly now: () => number;
  readonly promised: (reply: string) => string;
}

/** To whom a conversation is passed on: a colleague by id, or whoever of a group is free. */
export type PassTo = { readonly name: string } & ({ readonly agent: string } | { readonly group: string });

/** A picture is one that is drawn; a drawing with a program in it is not. */
const kindOf = ({ type }: File): 'image' | 'file' =>
  type.startsWith('image/') && type !== 'image/svg+xml' ? 'image' : 'file';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'failed';

/**
 * The verbs of the desk over one client. `refresh` reads a conversation anew after it changed hands unseen. `hold`
 * keeps a conversation read until a task in it is done, even when the agent looks elsewhere meanwhile.
 */
export function createActions(
  client: DeskClient,
  drafts: Drafts,
  { now, promised }: PromiseWords,
  { refresh, hold }: Pick<Opened, 'refresh' | 'hold'>,
): Actions {
  const refusal = signal<Refusal | null>(null);
  const busy = signal<ReadonlySet<string>>(new Set());
  /** Changes of who speaks under way, by conversation. */
  const changing = new Map<string, Promise<boolean>>();
  /** Conversations in which words or a card wait until the agent has taken over. */
  const takingFirst = new Set<string>();

  const seqOf = (conversation: Conversation) => untracked(() => servingOf(client, conversation).seq);
  const speaks = (conversation: Conversation) => untracked(() => isMine(client, conversation));

  const refused = (conversation: Conversation, code: string) => {
    refusal.value = { conversation: conversation.id, code };
    if (code === 'serving-changed') refresh(conversation.id);
    return false;
  };

  /** One op to its end. A refused one leaves the outbox: whoever asked decides what becomes of its words. */
  async function perform<K extends Kind>(conversation: Conversation, kind: K, body: ContentMap[K], serving?: number) {
    let outcome: Outcome;
    try {
      const id = await conversation.send(kind, body, serving === undefined ? {} : { serving });
      outcome = await outcomeOf(id, [conversation.messages, client.outbox]);
      if (!outcome.ok) await client.discard(id);
    } catch (error) {
      outcome = { ok: false, code: codeOf(error) };
    }
    if (outcome.ok) {
      if (refusal.peek()?.conversation === conversation.id) refusal.value = null;
      return true;
    }
    return refused(conversation, outcome.code);
  }

  /** A change of who speaks names the state it was decided upon (server rule: `serving-changed` otherwise). */
  async function change<K extends Kind>(conversation: Conversation, kind: K, body: ContentMap[K]) {
    if (busy.peek().has(conversation.id)) return false;
    busy.value = new Set([...busy.peek(), conversation.id]);
    const changed = perform(conversation, kind, body, seqOf(conversation));
    changing.set(conversation.id, changed);
    try {
      return await changed;
    } finally {
      changing.delete(conversation.id);
      busy.value = new Set([...busy.peek()].filter((id) => id !== conversation.id));
    }
  }

  const take = (conversation: Conversation) => {
    const me = client.principal.peek();
    const agent = me ? { id: me.id, name: me.name ?? me.id } : undefined;
    return change(conversation, 'handoff', { state: 'joined', agent });
  };

  /**
   * A take that is on its way is waited for: who presses Take and writes at once loses nothing. The ack may come
   * before the event, and what follows must name the state that the event made.
   */
  async function takeFirst(conversation: Conversation) {
    const { id } = conversation;
    if (takingFirst.has(id)) return false;
    takingFirst.add(id);
    try {
      const seq = seqOf(conversation);
      if (!(await (changing.get(id) ?? take(conversation)))) return false;
      await until(() => servingOf(client, conversation).seq > seq || undefined);
      return speaks(conversation) || refused(conversation, 'serving-changed');
    } finally {
      takingFirst.delete(id);
    }
  }

  async function words(conversation: Conversation, mode: DraftMode, text: string, due?: number) {
    if (mode === 'reply' && !speaks(conversation) && !(await takeFirst(conversation))) return false;
    drafts.sent(conversation.id, mode, text);
    const mentions = mode === 'note' ? mentionsIn(text, client.team.peek()) : [];
    const kept = await (mode === 'note'
      ? perform(conversation, 'note', { text, ...(mentions.length > 0 && { mentions }), ...(due && { due }) })
      : perform(conversation, 'text', { text }, seqOf(conversation)));
    if (!kept) drafts.giveBack(conversation.id, mode, text);
    else if (mode === 'reply' && promiseIn(text))
      await perform(conversation, 'note', { text: promised(text), due: now() + PROMISE_MS });
    return kept;
  }

  async function card(conversation: Conversation, product: string) {
    if (!speaks(conversation) && !(await takeFirst(conversation))) return false;
    return perform(conversation, 'product', { product }, seqOf(conversation));
  }

  async function attach(conversation: Conversation, files: readonly File[]) {
    if (files.length === 0) return false;
    if (!speaks(conversation) && !(await takeFirst(conversation))) return false;
    let kept = true;
    for (const file of files)
      try {
        await conversation.attach(file, { kind: kindOf(file), name: file.name || undefined });
      } catch (error) {
        kept = refused(conversation, codeOf(error));
      }
    return kept;
  }

  async function pass(conversation: Conversation, to: PassTo, reason: string) {
    const mentions = 'agent' in to ? [to.agent] : [];
    if (!(await perform(conversation, 'note', { text: reason, mentions }))) return false;
    const whom = 'agent' in to ? { agent: { id: to.agent, name: to.name } } : { group: to.group };
    return change(conversation, 'handoff', { state: 'requested', ...whom });
  }

  const held =
    <A extends readonly unknown[]>(verb: (conversation: Conversation, ...more: A) => Promise<boolean>) =>
    (conversation: Conversation, ...more: A) =>
      hold(conversation.id, () => verb(conversation, ...more));

  return {
    refusal,
    busy,
    take: held(take),
    handBack: held((conversation) => change(conversation, 'handoff', { state: 'returned', reason: 'agent' })),
    close: held((conversation) => change(conversation, 'closed', { reason: 'agent' })),
    reply: held((conversation, text: string) => words(conversation, 'reply', text)),
    note: held((conversation, text: string, due?: number) => words(conversation, 'note', text, due)),
    product: held(card),
    attach: held(attach),
    retract: held((conversation, target: number) => perform(conversation, 'retracted', { target })),
    pass: held(pass),
  };
}
