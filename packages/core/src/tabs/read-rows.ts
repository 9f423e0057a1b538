import type { Room } from '../conversation/room.ts';
import { INSTALL, isOurs } from '../identity/visitor-secret.ts';
import { type Entry, type EntryRow, fromRow, isStopped, move } from '../outbox/entry.ts';
import { FORGOTTEN, type Forgotten } from '../outbox/forgotten.ts';
import { keepLanded } from '../outbox/keep-landed.ts';
import { takeIn } from '../outbox/take-in.ts';
import type { Events, Reset } from '../protocol/index.ts';
import type { LogRow } from '../replica/conversation-log.ts';
import { FLEETING } from '../session/marks.ts';
import type { Session } from '../session/session.ts';
import { entryRow } from '../view/fold-timeline.ts';
import type { LeaderState } from './hint.ts';
import { DRAFT, type DraftKeeper } from './keep-draft.ts';
import { readLog } from './read-log.ts';

/**
 * Whether another tab has written an op again, moved it, or learned that it stands still. A row of another number may be
 * this tab's own, which landed after it was given up.
 */
const changedBy = (row: EntryRow, entry: Entry): boolean =>
  (row.n !== entry.n && !(entry.unsaved && row.at === entry.at && isStopped(entry))) ||
  (!isStopped(entry) && (isStopped(row) || row.conversation !== entry.conversation));

/** Whether the event of an op comes by the log, as its ack says: no repeat is needed. */
const isAwaited = ({ ack, conversation }: Entry, { shelf }: Session): boolean =>
  !!ack && ack.seq > (shelf.rooms.get(conversation)?.log.seq ?? 0);

/** Whether the server knows the conversation of a room, and it is not over. */
const isOpen = (room: Room | undefined): boolean => !!room?.log.epoch && room.view.peek().serving.mode !== 'closed';

/** The same of one that is stored, of which the frame says what is new. */
const isOpenBy = ({ epoch }: LogRow, room: Room | undefined, frame: Events | Reset | undefined): boolean =>
  !!epoch &&
  !frame?.events.some(({ kind }) => kind === 'closed') &&
  (!room || frame?.t === 'reset' || room.view.peek().serving.mode !== 'closed');

/**
 * Brings a session to what the store says: ops, events, credentials and the draft of all tabs. Runs in the session's
 * queue, with commits that write nothing. The leading tab says how far a
 * conversation that is new here is history. True when the browser has evicted the store: nothing more can be told by it.
 */
export async function readRows(
  session: Session,
  drafts: DraftKeeper,
  leader: LeaderState | undefined,
): Promise<boolean> {
  const { credentials, outbox, shelf, env, link, emit, me, store } = session;
  // One transaction at a time: the bound of 5 s is that of each (rule 9), and of a look that was given up nothing runs on.
  const values = async <T>(...key: string[]) =>
    ((await store.use((opened) => opened.list(key))) ?? []).map(({ value }) => value as T);
  // Ops before events: one that becomes an event in between is found in both, never in neither.
  const stored = await values<EntryRow>('op');
  const logs = (await values<LogRow>('conversation')).sort((a, b) => a.order - b.order);
  const foundDraft = drafts.read();
  const [draft] = await values<string>(...(DRAFT as readonly string[]));
  const [kept] = await values<string>('secret');
  // Whose they are is read last: what the browser threw away meanwhile is not taken for forgotten.
  const [install] = await values<string>(...(INSTALL as readonly string[]));
  if (env.ended()) return false;
  // Evicted: what is on the screen stays there, and is kept in memory.
  if (install === undefined) return credentials.stored;
  if (!isOurs(credentials, install)) {
    // Wiped while nobody told this tab: it ends, too. One that never stored anything goes on by itself.
    if (credentials.stored) session.gone(false);
    return false;
  }
  await keepLanded(outbox, stored);
  if (env.ended()) return false;
  const { secret, stored: before } = credentials;
  Object.assign(credentials, { install, stored: true, secret: kept ?? secret });
  // The row of an op that is an event here was left over when the store refused; the screen does not go back for it.
  const held = new Set([...shelf.rooms.values()].flatMap(({ log }) => log.events.map(({ id }) => id)));
  const rows = stored.filter(({ id }) => !held.has(id));

  const known = new Map(outbox.entries.peek().map((entry) => [entry.id, entry]));
  // Touched for nothing, the outbox would be news to the tabs that follow.
  if (!before || rows.some(({ id }) => !known.has(id))) outbox.load(rows);
  /** Conversations of which the store says something else than is shown here. */
  const untold = new Set<string>();
  for (const row of logs) {
    const room = shelf.rooms.get(row.id);
    const current = shelf.current.peek()?.log;
    // Two tabs may each have made one; the server knows one of them.
    const beats = !current?.seq && row.seq > 0 && row.order === current?.order;
    const leads = row.id === leader?.conversation;
    const enters = current?.id !== row.id && (row.order > (current?.order ?? -1) || beats || leads);
    if (!room && !enters) continue;
    const entered = room ?? shelf.room(row.id);
    // Who compares with it compares what is stored.
    entered.log.order = row.order;
    entered.log.quiet ??= leads ? leader.quiet : 0;
    const frame = await readLog(store, entered, row);
    // The newest goes first, unless it is over, or gone, while the server keeps another one open.
    if (enters && (leads || isOpenBy(row, room, frame) || !isOpen(shelf.current.peek()))) shelf.enter(row.id);
    if (env.ended()) return false;
    const { unsaved, epoch } = entered.log;
    // Of another epoch the server tells a tab that has a link of its own; and what the store refused is newer than what it
    // has (rule 16).
    const isNewer = unsaved && (frame?.t === 'reset' || row.epoch !== epoch);
    if (frame && (isNewer || (frame.t === 'reset' && link.online()))) untold.add(row.id);
    else if (frame) await session.receive(frame);
  }
  const found = new Map(rows.map((row) => [row.id, row]));
  const misses = outbox.entries.peek().some(({ id, unsaved }) => known.has(id) && !unsaved && !found.has(id));
  const forgotten = new Set(misses ? (await values<Forgotten>(FORGOTTEN)).map(({ id }) => id) : []);
  if (env.ended()) return false;
  const changed: Entry[] = [];
  const gone: Entry[] = [];
  for (const entry of outbox.entries.peek()) {
    const row = found.get(entry.id);
    if (!row) {
      if (!known.has(entry.id) || entry.unsaved) continue;
      if (isStopped(entry) || FLEETING.includes(entry.kind) || forgotten.has(entry.id)) gone.push(entry);
      // Another tab has seen it through. Where its event is neither here nor in what is not shown yet (rule 2), it is no
      // longer there: a repeat tells, by a link of its own.
      else if (!untold.has(entry.conversation))
        changed.push(
          isAwaited(entry, session) ? { ...entry, unsaved: true } : move(entry, 'queued', { unsaved: true }),
        );
    } else if (changedBy(row, entry)) changed.push(fromRow(row, env));
  }
  // What another tab wrote before what is on its way here goes first; this is sent again behind it (rule 4).
  const first = rows.find((row) => !known.has(row.id) && !isStopped(row));
  for (const entry of outbox.entries.peek())
    if (first && entry.n > first.n && entry.state === 'sending') changed.push(move(entry, 'queued'));
  takeIn(outbox, changed, gone);
  for (const entry of changed) if (entry.state === 'failed') emit('message:failed', entryRow(entry, me()));
  foundDraft(draft);
  if (secret !== credentials.secret) link.hello();
  return false;
}
