/**
 * The load of bench/log.mjs: writers that each append one event after the other, through the host's group commit on the
 * log in SQLite. Used in process for rates, and as a child process that is killed.
 */
import { createGroupCommit } from '../packages/host/dist/group-commit.js';
import { createSqliteLog } from '../packages/server/dist/engines/sqlite-log.js';
import { openSqliteStore } from '../packages/server/dist/engines/sqlite-store.js';

const TEXT = '客官里边请。'.repeat(10);

/** Conversation number `n`. */
export const conversationId = (n) => `bench-${String(n).padStart(16, '0')}`;

/** Opens the log with what is needed to append to it. */
export async function openLoad(path) {
  const log = createSqliteLog(await openSqliteStore(path));
  const commit = createGroupCommit(log);
  const heads = new Map();
  const lanes = new Map();
  const head = async (conversation) => {
    if (!heads.has(conversation)) heads.set(conversation, (await log.head(conversation))?.head ?? 0);
    return heads.get(conversation);
  };

  /** Rule 1 in short: guess the next number; refused, look for the op, else learn the head and guess again. */
  async function appendOnce(conversation, author, id) {
    for (;;) {
      const seq = (await head(conversation)) + 1;
      const event = { seq, id, at: 1, from: { role: 'shopper', id: author }, kind: 'text', body: { text: TEXT } };
      const create = { id: conversation, shop: 'bench', subject: conversation, createdAt: 1 };
      const batch = { conversation, create: seq === 1 ? create : undefined, events: [event] };
      if (await commit.insert(batch, 300)) {
        heads.set(conversation, seq);
        return seq;
      }
      heads.delete(conversation);
      const known = await log.find(conversation, author, id);
      if (known !== undefined) return known;
    }
  }

  return {
    log,
    /** Appends in turn within a conversation, as the host does. */
    append(conversation, author, id) {
      const before = lanes.get(conversation) ?? Promise.resolve();
      const mine = before.then(() => appendOnce(conversation, author, id));
      lanes.set(conversation, mine);
      return mine;
    },
  };
}

// node bench/log-writer.mjs FILE WRITERS CONVERSATIONS NEXT: appends until it is killed, and says what was acknowledged.
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [path, writers, conversations, next] = process.argv.slice(2);
  const load = await openLoad(path);
  const write = async (writer, from) => {
    const conversation = conversationId(writer % Number(conversations));
    for (let n = from; ; n++) {
      const seq = await load.append(conversation, `w${writer}`, `w${writer}:${n}`);
      // Synchronous for a pipe, or queued when it is full: an answer that dies in the queue was not given.
      process.stdout.write(`${writer} ${n} ${seq}\n`);
    }
  };
  JSON.parse(next)
    .slice(0, Number(writers))
    .forEach((from, writer) => void write(writer, from));
}
