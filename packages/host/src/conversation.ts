import { type ChatEvent, type ConversationId, type PageSignal, readContent } from '@xiaoer/core/protocol';
import type { ConversationRecord } from './log.ts';
import { emptyProjection, fold, type Projection } from './projection.ts';
import type { Subscription } from './subscription.ts';

const RECENT = 64;

/** One conversation in memory: its head, the fold over its log, and who reads it. */
export class Conversation {
  record: ConversationRecord;
  readonly projection: Projection;
  readonly readers = new Set<Subscription>();
  /** Number of the last event that is durable and folded in. */
  head = 0;
  /** The oldest number kept. */
  first = 1;
  /** What the shopper's page shows; ephemeral. */
  page: PageSignal | undefined;
  readonly #recent: string[] = [];

  /** When somebody last had to do with it, on the monotonic clock. */
  touched = 0;
  /** Since when nothing was said, on the monotonic clock. */
  quietSince = 0;

  constructor(record: ConversationRecord, projection = emptyProjection()) {
    this.record = record;
    this.projection = projection;
  }

  get id(): ConversationId {
    return this.record.id;
  }

  apply(event: ChatEvent): void {
    this.head = event.seq;
    fold(this.projection, event);
    if (event.kind === 'claimed') this.#claim(event);
    this.#recent.push(`${event.from.id}\n${event.id}`);
    if (this.#recent.length > 2 * RECENT) this.#recent.splice(0, RECENT);
  }

  /** The author's ops are under the account's name in the log now. */
  #claim(event: ChatEvent): void {
    const content = readContent(event);
    if (content.kind !== 'claimed') return;
    const { id: subject, name } = content.body.account;
    this.record = { ...this.record, subject, ...(name === undefined ? {} : { name }) };
    this.#recent.length = 0;
  }

  /** Whether an author's op is among the newest; false says nothing of older ones. */
  knows(author: string, id: string): boolean {
    return this.#recent.includes(`${author}\n${id}`);
  }
}
