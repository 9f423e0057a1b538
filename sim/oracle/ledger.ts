import type { Page } from '../actors/page.ts';
import type { Profile } from '../actors/profile.ts';
import type { Findings } from './findings.ts';
import type { Logbook } from './logbook.ts';
import { holdsOp } from './stored-logs.ts';

/** Why an op that was seen in the log need not be there any more. */
export const TAKEN_BACK = 'taken back by a restore';

/** An op that a page said it would keep. */
export interface Op {
  readonly id: string;
  readonly page: Page;
  readonly session: number;
  /** Who was signed in on the page, or has claimed it since. */
  user: string;
  readonly kind: string;
  readonly text: string;
  /** Order of composition, and on which page in whose name; a new one when its author writes it again, perhaps elsewhere. */
  n: number;
  lane: string;
  /** The page showed it as an event of the log. */
  seen: boolean;
  /** Another tab of its profile did, and left no row of it on the disk. */
  seenBeside: boolean;
  /** A restore took it then; only its own page knows of it. */
  forgotten: boolean;
  /** Refused in another tab that neither channel nor disk could tell the others by: one of them may send it later. */
  apart: boolean;
  /** Kept in memory only, as the page said. */
  unsaved: boolean;
  /** Another tab has claimed what its author wrote as a visitor: it is the account's to show. */
  claimed: boolean;
  /** Its row may have gone with the disk. */
  fragile: boolean;
  /** Why it need not come to the log any more; empty while it must. */
  over: string;
  /** How many tabs have forgotten it for its author, or are about to: it need not come, whatever else is true of it. */
  discards: number;
  /** What its file says. */
  words?: string;
}

/** Whether an account has claimed what a visitor wrote: it is its own to keep, also where the visitor signed out meanwhile. */
export const isAccounts = (op: Op, logbook: Logbook): boolean =>
  (op.claimed || !op.user) && !!logbook.place(op.id)?.author.startsWith('user:');

/** Whether the disk of its profile has an op to send. */
export const isStored = ({ id, page }: Op): boolean =>
  [...page.profile.disk.databases.values()].some((rows) => holdsOp(rows, id));

/**
 * Whether a page speaks as another visitor than the page, dead by now, whose op is stored: it began in memory because the disk
 * did not answer, and reads nothing of what is there.
 */
export const isAnotherVisitor = (op: Op, page: Page): boolean => {
  const [author, me] = [op.page, page].map(({ client }) => client.principal.peek()?.id);
  return !op.user && !!author && !!me && me !== author && isStored(op);
};

/** Every op that was ever accepted. */
export interface Ledger {
  readonly ops: ReadonlyMap<string, Op>;
  /** An op is written; the answer is told its id once it is accepted, and why it need not come, if it need not. */
  composed(page: Page, session: number, kind: string, text: string): (id: string, excuse: string) => void;
  resent(page: Page, id: string): void;
  of(page: Page): readonly Op[];
  ofProfile(profile: Profile): readonly Op[];
  /** At the end: each is in the log once, or visibly failed at its author. */
  judge(stopped: (op: Op) => boolean, content: (upload: string) => Uint8Array | undefined): void;
}

const put = <K>(index: Map<K, Op[]>, key: K, op: Op): void => {
  const ops = index.get(key);
  if (ops) ops.push(op);
  else index.set(key, [op]);
};

/** An empty ledger. */
export function createLedger({ problem }: Findings, logbook: Logbook): Ledger {
  const ops = new Map<string, Op>();
  const byPage = new Map<Page, Op[]>();
  const byProfile = new Map<Profile, Op[]>();
  let count = 0;
  return {
    ops,
    of: (page) => byPage.get(page) ?? [],
    ofProfile: (profile) => byProfile.get(profile) ?? [],
    composed(page, session, kind, text) {
      const n = count++;
      const user = page.user();
      return (id, excuse) => {
        if (ops.has(id)) problem('accepted once', `${page.name} ${id}`);
        const over = session < 0 ? 'written while the identity changed' : excuse;
        const op: Op = {
          id,
          page,
          session,
          user,
          kind,
          text,
          n,
          lane: `${page.name} ${session}`,
          seen: false,
          seenBeside: false,
          forgotten: false,
          apart: false,
          unsaved: false,
          claimed: false,
          fragile: false,
          over,
          discards: 0,
        };
        ops.set(id, op);
        put(byPage, page, op);
        put(byProfile, page.profile, op);
      };
    },
    resent(page, id) {
      const op = ops.get(id);
      if (!op) return;
      op.n = count++;
      op.lane = `${page.name} ${page.session()}`;
    },
    judge(stopped, content) {
      const authors = new Map<string, string>();
      const last = new Map<string, Op>();
      for (const op of [...ops.values()].sort((a, b) => a.n - b.n)) {
        const { id, page, session, text, lane: whose } = op;
        const at = logbook.place(id);
        if (!at) {
          if (!op.over && !op.discards && !stopped(op)) problem('in the log or failed', `${page.name} ${text} (${id})`);
          continue;
        }
        if (op.words !== undefined && new TextDecoder().decode(content(id)) !== op.words)
          problem('a file arrives as it was', `${page.name} ${text} (${id})`);
        // What a restore took was seen and its loss told; it may come once more, from the row of a tab whose disk failed.
        // What it took before the author's own page saw it is sent again by that page, which may have been away; what was
        // written since is on the disk, and other tabs send it. A file's message is sent when the file is there, behind
        // what was written meanwhile.
        if (session < 0 || op.over === TAKEN_BACK || op.forgotten || op.kind === 'file') continue;
        const author = authors.get(whose) ?? at.author;
        if (!op.claimed) authors.set(whose, author);
        if (author !== at.author && !op.claimed)
          problem('one author', `${whose}: ${text} is by ${at.author}, others by ${author}`);
        // A rating is of the conversation that is shown, and does not wait for what was written for another.
        if (op.kind === 'rating' || op.apart) continue;
        const lane = `${whose} ${at.conversation}`;
        const before = last.get(lane);
        const beforeAt = before && logbook.place(before.id);
        if (before && beforeAt && beforeAt.seq > at.seq)
          problem('order of composition', `${page.name}: ${text} (${at.seq}) before ${before.text} (${beforeAt.seq})`);
        last.set(lane, op);
      }
    },
  };
}
