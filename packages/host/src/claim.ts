import type { Env } from '@xiaoer/core/env';
import { type ChatEvent, type ClaimedBody, type Participant, readContent } from '@xiaoer/core/protocol';
import type { Draft } from './append.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Doubts } from './doubts.ts';
import type { Batch, Log } from './log.ts';
import { HOUSE } from './mask.ts';
import type { Rate } from './rate.ts';
import type { Refusal } from './refusal.ts';

/** Guesses before giving up; each op that is appended under the secret meanwhile costs one. */
const GUESSES = 8;

/** Whether the visitor's conversations are the account's now, or why that could not be tried. */
export type ClaimOutcome = { readonly claimed: boolean } | { readonly refusal: Refusal };

/** Makes a visitor an alias of an account (client rule 12). */
export type Claim = (visitor: Participant, account: Participant) => Promise<ClaimOutcome>;

/** The claim among events of a conversation, if it is there. */
export function claimOf(events: readonly ChatEvent[]): ClaimedBody | undefined {
  const claimed = events.find(({ kind }) => kind === 'claimed');
  const content = claimed && readContent(claimed);
  return content?.kind === 'claimed' ? content.body : undefined;
}

/** What a person has to do with a conversation: the one with the most stays open. */
function weight({ projection }: Conversation): number {
  const { serving, left } = projection;
  if (serving.mode === 'agent') return 3;
  if (serving.mode === 'queued') return 2;
  return left ? 1 : 0;
}

/**
 * Claims by compare-and-set, as every append does: read what both have, say which conversation goes on, and start again
 * if any of it moved before the log wrote it. Of several that are open one goes on: the one that has most to do with a
 * person, and of equals the visitor's newest, which is on the screen. The others are closed, and can be read.
 */
export function createClaim(options: {
  readonly env: Env;
  readonly log: Log;
  readonly shop: string;
  readonly conversations: Conversations;
  readonly doubts: Doubts;
  readonly rate: Rate;
  /** The visitor's links speak for nobody any more. */
  readonly onClaimed: (visitor: string) => void;
}): Claim {
  const { env, log, shop, conversations, doubts, rate, onClaimed } = options;

  const loadOpen = async (subject: string): Promise<readonly Conversation[]> => {
    const records = await log.openOf(shop, subject);
    const loaded = await Promise.all(records.map(({ id }) => conversations.load(id)));
    return loaded.filter((conversation) => conversation !== undefined);
  };

  const batchOf = (conversation: string, head: number, drafts: readonly Draft[]): Batch => ({
    conversation,
    events: drafts.map((draft, n): ChatEvent => ({ ...draft, seq: head + 1 + n, at: env.now(), from: HOUSE })),
  });

  /** Every conversation that the claim touches, with what it appends there. */
  const plan = async (visitor: string, { id, name }: Participant): Promise<readonly Batch[]> => {
    const [theirs, own, all] = [await loadOpen(visitor), await loadOpen(id), await log.allOf(shop, visitor)];
    const open = [...theirs, ...own];
    const [stays] = [...open].sort((a, b) => weight(b) - weight(a));
    const closes = new Set(open.filter((one) => one !== stays).map((one) => one.id));
    const claimed: Draft = { id: 'house:claimed', kind: 'claimed', body: { visitor, account: { id, name } } };
    const moved: Draft = { id: 'house:moved', kind: 'closed', body: { reason: 'moved' } };
    const batches: Batch[] = [];
    for (const record of all) {
      const head = conversations.get(record.id)?.head ?? (await log.head(record.id))?.head ?? 0;
      batches.push(batchOf(record.id, head, closes.has(record.id) ? [claimed, moved] : [claimed]));
    }
    for (const one of own) if (closes.has(one.id)) batches.push(batchOf(one.id, one.head, [moved]));
    return batches;
  };

  /** Takes in what the log has now, also where only its answer was lost. */
  const refresh = async (batches: readonly Batch[]): Promise<void> => {
    for (const { conversation: id } of batches) {
      const conversation = conversations.get(id);
      if (conversation) await conversations.refresh(conversation);
    }
  };

  return async ({ id: visitor }, account) => {
    const known = await log.aliasOf(shop, visitor);
    if (known !== undefined) return { claimed: known === account.id };
    const token = rate.take(account.id);
    if (!token.ok) return { refusal: { code: 'rate', retryAfter: token.waitMs, message: 'too many claims' } };
    for (let guess = 0; guess < GUESSES; guess++) {
      const batches = await plan(visitor, account);
      let result: Awaited<ReturnType<Log['claim']>>;
      try {
        const { id, name } = account;
        result = await log.claim({ shop, visitor, account: { id, name }, at: env.now(), batches });
      } catch (error) {
        for (const { conversation } of batches) doubts.add(conversation);
        throw error;
      }
      await refresh(batches);
      if (result === 'stale') continue;
      if (result === 'done') onClaimed(visitor);
      return { claimed: result === 'done' };
    }
    return { refusal: { code: 'busy', retryAfter: 500, message: 'the conversation moved on too fast' } };
  };
}
