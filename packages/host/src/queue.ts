import type { Env } from '@xiaoer/core/env';
import type { ConversationId, QueueSignal } from '@xiaoer/core/protocol';
import type { Conversation } from './conversation.ts';

const HEAD_START_CAP_MS = 600_000;
const TELL_AFTER_MS = 50;

/** Those who wait for a person, in order. */
export interface Queue {
  /** Looks at a conversation again after it changed. */
  update(conversation: Conversation): void;
  /** The place of a conversation that waits, from 1, with the expected wait. */
  place(id: ConversationId): QueueSignal | undefined;
  /** Agents came, went or have other places left: estimates change. */
  refresh(): void;
  readonly size: number;
  close(): void;
}

interface Waiting {
  readonly conversation: Conversation;
  readonly key: number;
  readonly cancel: () => void;
  told: string;
}

/**
 * Orders by the moment of the request minus a head start, smallest first. The key never changes, so two who wait
 * never swap and nobody is passed by one who came more than the cap later. It is a fold over the log: a restart
 * finds the same order and the same deadline.
 */
export function createQueue(options: {
  readonly env: Env;
  readonly limitMs: number;
  readonly estimate: (ahead: number) => number | undefined;
  /** The place of a waiting conversation changed. */
  readonly onPlace: (conversation: Conversation, place: QueueSignal) => void;
  /** A conversation has waited for too long. */
  readonly onTimeout: (conversation: Conversation) => void;
}): Queue {
  const { env, limitMs, estimate, onPlace, onTimeout } = options;
  let order: Waiting[] = [];
  const positions = new Map<ConversationId, number>();
  let telling: (() => void) | undefined;

  const placeAt = (position: number): QueueSignal => ({ position, estimateMs: estimate(position - 1) });

  const tell = (): void => {
    telling = undefined;
    order.forEach((waiting, n) => {
      const place = placeAt(n + 1);
      const text = `${place.position} ${place.estimateMs}`;
      if (text === waiting.told) return;
      waiting.told = text;
      onPlace(waiting.conversation, place);
    });
  };

  const changed = (): void => {
    positions.clear();
    order.forEach((waiting, n) => {
      positions.set(waiting.conversation.id, n + 1);
    });
    telling ??= env.timer(tell, TELL_AFTER_MS);
  };

  const remove = (id: ConversationId): void => {
    order.find((waiting) => waiting.conversation.id === id)?.cancel();
    order = order.filter((waiting) => waiting.conversation.id !== id);
  };

  const keyOf = ({ projection }: Conversation): number =>
    (projection.serving.requestedAt ?? 0) - Math.min(Math.max(0, projection.headStartMs), HEAD_START_CAP_MS);

  return {
    update(conversation) {
      const { serving } = conversation.projection;
      const present = positions.has(conversation.id);
      if (serving.mode !== 'queued') {
        if (!present) return;
        remove(conversation.id);
        changed();
        return;
      }
      const key = keyOf(conversation);
      if (present && order[(positions.get(conversation.id) ?? 0) - 1]?.key === key) return;
      remove(conversation.id);
      const left = limitMs - Math.max(0, env.now() - (serving.requestedAt ?? env.now()));
      const waiting: Waiting = {
        conversation,
        key,
        cancel: env.timer(() => onTimeout(conversation), Math.max(0, left)),
        told: '',
      };
      const after = order.findIndex((other) => other.key > key);
      order.splice(after < 0 ? order.length : after, 0, waiting);
      changed();
    },
    place(id) {
      const position = positions.get(id);
      return position === undefined ? undefined : placeAt(position);
    },
    refresh() {
      if (order.length > 0) telling ??= env.timer(tell, TELL_AFTER_MS);
    },
    get size() {
      return order.length;
    },
    close() {
      telling?.();
      for (const waiting of order) waiting.cancel();
      order = [];
      positions.clear();
    },
  };
}
