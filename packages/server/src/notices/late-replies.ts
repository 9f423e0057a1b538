import type { Env } from '@xiaoer/core/env';
import { type ChatEvent, fallback, isFormAnswer, readContent } from '@xiaoer/core/protocol';
import type { ConversationRecord, Log, Seen, Unread } from '@xiaoer/host';
import { subjectOf } from '../identity/subject-of.ts';
import type { Notify } from '../notify.ts';
import { type Contact, type Contacts, readEmail } from './contacts.ts';
import type { NoticeEnd, NoticeRow, NoticeRows } from './notice-rows.ts';
import type { SignedKeys } from './signed-key.ts';

/** A link that resumes a conversation is good for a week, one that stops mails for a year. */
const RESUME_MS = 7 * 86_400_000;
const STOP_MS = 365 * 86_400_000;
/** What was said longer ago is no news: a restored backup must not write to everybody. */
const STALE_MS = 3 * 86_400_000;
/** Waiting rows are looked at this often. */
const LOOK_MS = 15_000;
/** Events that are looked at for a notice, and characters of them that are sent. */
const MOST_EVENTS = 100;
const MOST_CHARS = 2_000;

/** What a shopper has not seen. */
export interface Said {
  readonly by: string;
  readonly text: string;
  readonly locale: string;
}

/** Writes to shoppers who have left what was answered since. */
export interface LateReplies {
  /** Hears what happens in conversations. */
  observe(seen: Seen): void;
  /** A message was left in a conversation, to be answered to an address. */
  left(conversation: string, contact: unknown): void;
  /** Goes on with what was waiting when the server stopped. */
  start(): void;
  /** A mail that asks whether an address is its reader's. False when it was asked often enough. */
  askWhose(contact: Contact, conversation: string, locale: string, waiting: boolean): Promise<boolean>;
  /** The address was confirmed: what waits is sent now. */
  confirmed(conversation: string): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  /** Ends the timers, and waits for what is being sent. */
  close(): Promise<void>;
}

/** What was said from a number on by people and house, as far as it was not taken back. */
function saidSince(events: readonly ChatEvent[]): readonly ChatEvent[] {
  const gone = new Set(
    events.flatMap((event) => {
      const content = readContent(event);
      return content.kind === 'retracted' ? [content.body.target] : [];
    }),
  );
  return events.filter(
    ({ seq, kind, from }) =>
      !gone.has(seq) &&
      (from.role === 'agent' || kind === 'notice') &&
      !['note', 'handoff', 'closed', 'read', 'retracted', 'rating'].includes(kind),
  );
}

/**
 * What a person or the house said and the shopper has not seen for some minutes is told once, outside the chat: at an
 * address that was confirmed, or by the merchant's own system. An address that was not
 * confirmed gets a question without a word of the conversation.
 */
export function createLateReplies(options: {
  readonly env: Env;
  readonly log: Log;
  readonly rows: NoticeRows;
  readonly contacts: Contacts;
  readonly keys: SignedKeys;
  readonly notify: Notify | undefined;
  /** The shop's name in a language. */
  readonly shopName: (locale: string) => string;
  readonly shop: string;
  /** Address of the server, as shoppers reach it. */
  readonly address: () => string;
  readonly afterMs: number;
  /** What a shopper has not seen of a conversation, as the house knows it. */
  readonly unreadIn: (conversation: string) => Promise<Unread | undefined>;
}): LateReplies {
  const { env, log, rows, contacts, keys, notify, shopName, shop, address, afterMs, unreadIn } = options;
  const timers = new Map<string, { readonly seq: number; readonly cancel: () => void }>();
  let looking: (() => void) | undefined;
  let closed = false;
  let busy = Promise.resolve();

  const localeOf = (record: ConversationRecord): string => record.locale ?? 'en';
  const failed = (event: string) => (error: unknown) =>
    env.log('error', event, { error: error instanceof Error ? error.name : 'unknown' });

  const link = (contact: number, conversation: string): string =>
    `${address()}/resume#${keys.make('resume', { contact, conversation }, RESUME_MS)}`;

  async function askWhose(contact: Contact, conversation: string, locale: string, waiting: boolean): Promise<boolean> {
    if (!notify || contact.stopped || contact.verified || !(await contacts.mayAsk(contact.n))) return false;
    const url = `${address()}/confirm?key=${keys.make('confirm', { contact: contact.n, conversation }, RESUME_MS)}`;
    const values = { shop: shopName(locale), url, waiting };
    await notify.send({ kind: 'confirm-mail', to: { email: contact.email }, locale, values });
    return true;
  }

  async function saidIn(record: ConversationRecord, seq: number): Promise<Said | undefined> {
    const events = await log.read(record.id, seq - 1, MOST_EVENTS);
    const said = saidSince(events);
    const locale = localeOf(record);
    const text = said
      .map((event) => fallback(readContent(event)))
      .filter(Boolean)
      .join('\n\n')
      .slice(0, MOST_CHARS);
    const by = said.find(({ from }) => from.role === 'agent')?.from.name ?? shopName(locale);
    return text === '' ? undefined : { by, text, locale };
  }

  async function deliver(record: ConversationRecord, { conversation, seq }: NoticeRow): Promise<NoticeEnd> {
    const said = await saidIn(record, seq);
    if (!said) return 'nowhere';
    const { by, text, locale } = said;
    const found = contacts.of(record.subject);
    const mail = found.find(({ verified, stopped }) => verified && !stopped);
    const subject = subjectOf(record.subject);
    const to = mail ? { subject, email: mail.email } : subject === undefined ? undefined : { subject };
    if (to && notify && (notify.reaches?.(to) ?? true)) {
      const stop = `${address()}/stop?key=${keys.make('stop', { contact: mail?.n ?? 0, conversation }, STOP_MS)}`;
      const values = { shop: shopName(locale), by, text, url: link(mail?.n ?? 0, conversation), stop };
      await notify.send({ kind: 'reply', to, locale, values }, `${conversation}:${seq}`);
      return 'sent';
    }
    const open = found.find(({ verified, stopped }) => !verified && !stopped);
    return open && (await askWhose(open, conversation, locale, true)) ? 'asked' : 'nowhere';
  }

  async function run(row: NoticeRow): Promise<void> {
    try {
      const head = await log.head(row.conversation);
      const unread = await unreadIn(row.conversation);
      await rows.end(row, head && unread?.seq === row.seq ? await deliver(head.record, row) : 'seen');
    } catch (error) {
      failed('notice.failed')(error);
      await rows.later(row);
    }
  }

  /** One after the other: what is being sent is not begun again. */
  function queue(task: () => Promise<unknown>): void {
    busy = busy.then(() => (closed ? undefined : task())).then(() => undefined, failed('notices.failed'));
  }

  const look = (): void =>
    queue(async () => {
      for (const row of rows.waiting()) if (!closed && row.at <= env.now()) await run(row);
    });

  const due = (conversation: string, seq: number): void => {
    timers.delete(conversation);
    queue(async () => {
      if (await rows.begin(conversation, seq)) look();
    });
  };

  function schedule(conversation: string, unread: Seen['unread']): void {
    const present = timers.get(conversation);
    if (present?.seq === unread?.seq) return;
    present?.cancel();
    timers.delete(conversation);
    if (!unread || afterMs === 0 || env.now() - unread.at > STALE_MS || rows.knows(conversation, unread.seq)) return;
    const { seq, at } = unread;
    const cancel = env.timer(() => due(conversation, seq), Math.max(0, at + afterMs - env.now()));
    timers.set(conversation, { seq, cancel });
  }

  /** An address that was left as the answer to «nobody is here» is asked whose it is, while its owner is still there. */
  function takeAddress(record: ConversationRecord, given: unknown): void {
    const email = readEmail(given);
    if (email === undefined || !notify) return;
    queue(async () => {
      await askWhose(await contacts.add(record.subject, email, false), record.id, localeOf(record), false);
    });
  }

  async function idle(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== busy; ) {
      seen = busy;
      await seen;
    }
  }

  return {
    observe({ record, events, unread }) {
      if (closed) return;
      for (const { kind, from, body } of events)
        if (kind === 'form' && from.role === 'shopper' && isFormAnswer(body))
          takeAddress(record, body.answers['contact']);
      schedule(record.id, unread);
    },
    left: (conversation, contact) =>
      queue(async () => {
        const found = await log.head(conversation);
        if (found) takeAddress(found.record, contact);
      }),
    start() {
      const again = (): void => {
        looking = env.timer(() => {
          look();
          again();
        }, LOOK_MS);
      };
      look();
      again();
      // Those that are open were read, and seen, by the host.
      for (const id of rows.endedLately(shop))
        void unreadIn(id).then((unread) => schedule(id, unread), failed('notices.failed'));
    },
    askWhose,
    async confirmed(conversation) {
      await rows.askedAgain(conversation);
      look();
    },
    idle,
    async close() {
      closed = true;
      looking?.();
      for (const { cancel } of timers.values()) cancel();
      timers.clear();
      await idle();
    },
  };
}
