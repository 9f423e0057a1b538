import type { Batch, Log } from './log.ts';

/** Rows in one insert. */
const MOST_ROWS = 1_000;
/** Waiting beyond this is answered with `busy`. */
const MOST_WAITING_EVENTS = 5_000;
const MOST_WAITING_BYTES = 8 * 1024 * 1024;

/** Gathers batches of all conversations into few durable transactions. */
export interface GroupCommit {
  /** Resolves, once a crash cannot undo it, with whether the batch was accepted. `bytes` is its size, roughly. */
  insert(batch: Batch, bytes: number): Promise<boolean>;
  /** Too much waits already: answer `busy` instead of inserting. */
  full(): boolean;
  /** Events made durable so far. */
  readonly appended: number;
}

interface Waiting {
  readonly batch: Batch;
  readonly bytes: number;
  readonly resolve: (accepted: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit above any engine: an insert starts as soon as the one before it returned, so that latency is one
 * insert when idle and throughput grows with load, without a timer. One batch a conversation goes into an insert;
 * a second one waits for the next.
 */
export function createGroupCommit(log: Log): GroupCommit {
  let waiting: Waiting[] = [];
  let events = 0;
  let bytes = 0;
  let flushing = false;
  let appended = 0;

  const take = (): Waiting[] => {
    const taken: Waiting[] = [];
    const rest: Waiting[] = [];
    const conversations = new Set<string>();
    let rows = 0;
    for (const item of waiting) {
      const { conversation, events: added } = item.batch;
      const fits = taken.length === 0 || rows + added.length <= MOST_ROWS;
      if (fits && !conversations.has(conversation)) {
        conversations.add(conversation);
        rows += added.length;
        taken.push(item);
      } else {
        // A later batch of a conversation must not overtake this one.
        conversations.add(conversation);
        rest.push(item);
      }
    }
    waiting = rest;
    return taken;
  };

  const flush = async (): Promise<void> => {
    flushing = true;
    // Everything that is handed in during this turn of the loop goes into the same insert.
    await Promise.resolve();
    while (waiting.length > 0) {
      const taken = take();
      try {
        const accepted = await log.insert(taken.map((item) => item.batch));
        taken.forEach((item, n) => {
          const ok = accepted[n] === true;
          if (ok) appended += item.batch.events.length;
          item.resolve(ok);
        });
      } catch (error) {
        for (const item of taken) item.reject(error);
      }
      for (const item of taken) {
        events -= item.batch.events.length;
        bytes -= item.bytes;
      }
    }
    flushing = false;
  };

  return {
    insert: (batch, size) =>
      new Promise((resolve, reject) => {
        waiting.push({ batch, bytes: size, resolve, reject });
        events += batch.events.length;
        bytes += size;
        if (!flushing) void flush();
      }),
    full: () => events >= MOST_WAITING_EVENTS || bytes >= MOST_WAITING_BYTES,
    get appended() {
      return appended;
    },
  };
}
