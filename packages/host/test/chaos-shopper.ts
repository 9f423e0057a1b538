import type { ChatEvent, ConversationId, Nack, ServerFrame } from '@xiaoer/core/protocol';
import type { Host } from '@xiaoer/host';
import { Guest } from './inn.ts';

/** An op that was composed and is not yet known to be in the log. */
interface Pending {
  conversation: ConversationId;
  readonly id: string;
  readonly kind: string;
  readonly body: Record<string, unknown>;
}

/**
 * A shopper's client at its simplest that still keeps the client rules: ops are sent in the order in which they were
 * composed, each names the un-acked one before it, and on a new link everything un-acked is sent again.
 */
export class ChaosShopper {
  readonly name: string;
  readonly composed: string[] = [];
  readonly rejected: string[] = [];
  /** Codes of all refusals heard. */
  readonly codes: string[] = [];
  readonly replica = new Map<ConversationId, ChatEvent[]>();
  conversation: ConversationId;
  guest: Guest | undefined;
  #pending: Pending[] = [];
  #seen = 0;
  #conversations = 0;
  #sent = 0;

  constructor(name: string) {
    this.name = name;
    this.conversation = this.#newId();
  }

  get idle(): boolean {
    return this.#pending.length === 0;
  }

  #newId(): ConversationId {
    this.#conversations += 1;
    return `conversation-${this.name}-${this.#conversations}`;
  }

  connect(host: Host): void {
    this.guest?.cut();
    const guest = new Guest(host, 'shopper');
    guest.replica = this.replica;
    this.guest = guest;
    this.#seen = 0;
    this.#sent = 0;
    const cursors = [...this.replica].flatMap(([conversation, rows]) => {
      const seq = rows.at(-1)?.seq;
      return seq === undefined ? [] : [{ conversation, epoch: 'memory-1', seq }];
    });
    guest.hello({ token: this.name }, cursors);
    this.#flush();
  }

  cut(): void {
    this.guest?.cut();
    this.guest = undefined;
  }

  compose(kind: string, body: Record<string, unknown>): void {
    const id = `${this.name}-${this.composed.length}`;
    this.composed.push(id);
    this.#pending.push({ conversation: this.conversation, id, kind, body });
    this.#flush();
  }

  /** Takes in what came since the last call; sends again what was put off. */
  step(): void {
    const { guest } = this;
    if (!guest) return;
    const frames = guest.frames.slice(this.#seen);
    this.#seen = guest.frames.length;
    let again = false;
    for (const frame of frames) again = this.#take(frame) || again;
    if (again) this.#sent = 0;
    this.#flush();
  }

  #take(frame: ServerFrame): boolean {
    if (frame.t === 'welcome') {
      const [open] = frame.conversations;
      if (open && this.#pending.length === 0) this.conversation = open.conversation;
      return true;
    }
    if (frame.t === 'ack') this.#settle(frame.id);
    if (frame.t === 'events' || frame.t === 'reset') for (const { id } of frame.events) this.#settle(id);
    return frame.t === 'nack' && this.#refused(frame);
  }

  #refused(nack: Nack): boolean {
    this.codes.push(nack.code);
    if (nack.class === 'rejected' && nack.id) {
      this.rejected.push(nack.id);
      this.#settle(nack.id);
    }
    if (nack.use) this.#readdress(nack, nack.use);
    if (nack.code === 'conversation-closed')
      this.#readdress(nack, nack.conversation === this.conversation ? this.#newId() : this.conversation);
    return true;
  }

  /** The refused op and those behind it go elsewhere; one before it may be in the log where it was sent. */
  #readdress(nack: Nack, conversation: ConversationId): void {
    const from = this.#pending.findIndex(({ id }) => id === nack.id);
    if (from < 0) return;
    this.conversation = conversation;
    for (const op of this.#pending.slice(from)) op.conversation = conversation;
  }

  #settle(id: string): void {
    const at = this.#pending.findIndex((op) => op.id === id);
    if (at < 0) return;
    this.#pending.splice(at, 1);
    if (at < this.#sent) this.#sent -= 1;
  }

  #flush(): void {
    for (; this.guest && this.#sent < Math.min(this.#pending.length, 8); this.#sent++) {
      const op = this.#pending[this.#sent];
      const before = this.#pending[this.#sent - 1];
      const after = before?.conversation === op?.conversation ? before?.id : undefined;
      if (op) this.guest.op(op.conversation, op.id, op.kind, op.body, after ? { after } : {});
    }
  }
}
