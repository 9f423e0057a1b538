import type { Page, PageWatch } from '../actors/page.ts';
import type { Profile } from '../actors/profile.ts';
import type { World } from '../world/world.ts';
import type { Findings } from './findings.ts';
import { createLedger, isAccounts, isAnotherVisitor, isStored, type Ledger, type Op, TAKEN_BACK } from './ledger.ts';
import { createLogbook, type Logbook } from './logbook.ts';
import { createReach } from './reach.ts';
import { isShown, type Range } from './screen.ts';
import { createSignOuts } from './sign-outs.ts';
import { misfitsOf } from './stored-logs.ts';
import { createWitness, ON_SCREEN, type Wiped, type Witness } from './witness.ts';

/** Sees everything and judges it. */
export interface Oracle extends PageWatch {
  readonly logbook: Logbook;
  readonly ledger: Ledger;
  /** Tells of a frame that arrived. */
  frame(profile: Profile | undefined, frame: string, up: boolean): void;
  /** A tab told others of its profile something, over a channel. */
  hint(channel: string, text: string): void;
  /** A profile's disk lost what it had. */
  diskLost(profile: Profile): void;
  /** A row was written to a profile's disk. */
  diskWritten(profile: Profile, text: string): void;
  /** All that an event caused has happened. */
  settled(): void;
  /** What a page shows, as it was last seen. */
  range(page: Page): Range | undefined;
  /** From here on nothing may happen but heartbeats. */
  expectQuiet(): void;
  /** The end: judges what must be true then. */
  judge(profiles: readonly Profile[], content: (upload: string) => Uint8Array | undefined): void;
  /** After everything was destroyed. */
  judgeRemains(profiles: readonly Profile[]): void;
}

/** How often it is looked at what only time changes, in milliseconds. */
const LOOK_MS = 500;

const PROGRESS = /^\{"t":"(ack|nack|events|reset)"/;
const LEADS = /^\{"t":"leads","tab":"([^"]+)"/;
const HEARTBEAT = /^\{"t":"(ping|pong)"/;
const CLAIMS = /^\{"t":"hello".*"claim":"/;

/** Why an op need not come that another tab of its author's held. */
const SIGNED_OUT = 'signed out elsewhere';

/** Why an op need not come that no disk held. */
const DIED_WITH = 'died with the only page that had it';

/** Whether an op of this user waits in another tab than this one. */
const isWaitingBeside = (op: Op, page: Page, user: string): boolean =>
  !op.over && op.page !== page && op.page.profile === page.profile && op.user === user;

/** The oracle of one run; `hasBegun` tells whether the bot has begun to say a text. */
export function createOracle(world: World, findings: Findings, hasBegun: (text: string) => boolean): Oracle {
  const { problem } = findings;
  const logbook = createLogbook(findings);
  const ledger = createLedger(findings, logbook);
  const reach = createReach(findings, logbook);
  const witnesses = new Map<Page, Witness>();
  /** Those whose pages live: what a dead page shows nobody sees. */
  const looking = new Set<Witness>();
  /** What was wiped, and when. */
  const wiped = new Map<Profile, Map<string, Wiped>>();
  /** Who leads the tabs of a profile, since all is quiet. */
  const leaders = new Map<string, string>();
  /** What was excused because of a page whose shopper is signing out. */
  const leaving = new Map<Page, readonly Op[]>();
  /** Where somebody has asked the server for what a visitor wrote, and was not answered yet. */
  const claiming = new Set<Profile>();
  const signOuts = createSignOuts(world);
  let quiet = false;
  let nextLook = 0;
  let restores = 0;

  const isStopped = (page: Page, id: string): boolean =>
    page.life.alive() &&
    page.client.outbox.peek().some((row) => row.id === id && (row.status === 'failed' || row.status === 'expired'));

  /** A page at the end shows all of the newest conversation, up to its head. */
  const judgePage = (page: Page): void => {
    const { client, name } = page;
    const { state, problem: why } = client.connection.peek();
    if (state !== 'online') {
      problem('online at the end', `${name} is ${state} ${why ?? ''}`);
      return;
    }
    const waiting = client.outbox.peek().find(({ status }) => status !== 'failed' && status !== 'expired');
    if (waiting)
      problem('nothing waits at the end', `${name}: ${waiting.content.kind} ${waiting.id} is ${waiting.status}`);
    const me = client.principal.peek()?.id;
    const shown = witnesses.get(page)?.range().version;
    if (shown && me && shown.subject !== me && shown.formerly !== me)
      problem('one’s own conversation', `${name} ends with ${shown.conversation} of ${shown.subject}`);
    const mine = [...logbook.current()].filter(({ subject }) => subject === me);
    const newest = mine.find(({ rules }) => rules.serving().mode !== 'closed') ?? mine.at(-1);
    const witness = witnesses.get(page);
    const range = witness?.range();
    if (range?.version && ![...logbook.current()].includes(range.version))
      problem('nothing is shown that is gone', `${name} shows ${range.version.conversation} ${range.version.epoch}`);
    if (!newest || !range) return;
    const head = newest.events.filter((event) => isShown(event, range.from)).at(-1)?.seq ?? 0;
    if (newest.rules.serving().mode === 'closed' && range.version !== newest) return;
    // Retention took all that had a row on a screen.
    if (!range.version && head < newest.first) return;
    if (range.version !== newest && head > 0)
      problem('the newest conversation', `${name} shows ${range.version?.conversation} ${range.version?.epoch}`);
    else if (range.to !== head) problem('reaches the head', `${name} ends at ${range.to} of ${head}`);
    for (const { seq = 0, streaming, content } of client.messages.peek()) {
      const whole = newest.streams.ends.get(seq);
      if (streaming || (whole !== undefined && (content.body as { text?: string }).text !== whole))
        problem('a streamed reply ends', `${name}: ${seq}`);
    }
    const { mode } = client.handoff.peek();
    if (mode !== newest.rules.serving().mode) problem('who serves', `${name} shows ${mode}`);
  };

  const diskLost = (profile: Profile, except?: Page): void => {
    // A disk that goes back in time brings back what was wiped, whoever wiped it.
    if (!except) wiped.delete(profile);
    for (const op of ledger.ops.values()) {
      if (op.page.profile !== profile || op.page === except) continue;
      op.fragile = true;
      if (!op.page.life.alive()) op.over ||= 'lost with the disk';
    }
  };

  return {
    logbook,
    ledger,
    opened(page) {
      const gone = () => wiped.get(page.profile);
      const witness = createWitness(world, page, findings, logbook, ledger, gone, hasBegun);
      witnesses.set(page, witness);
      looking.add(witness);
      signOuts.begins(page);
    },
    composed(page, ...what) {
      const accept = ledger.composed(page, ...what);
      const excuse = signOuts.isUntold(page) ? SIGNED_OUT : '';
      return (id) => accept(id, excuse);
    },
    attached(id, words) {
      const op = ledger.ops.get(id);
      if (op) op.words = words;
    },
    resent(page, id) {
      ledger.resent(page, id);
      for (const witness of witnesses.values()) witness.again(id);
    },
    discarded(_page, id, gone) {
      const op = ledger.ops.get(id);
      if (!op) return;
      // Refused in one tab it may still be gone: from another, which forgot it first.
      op.discards += gone ? 1 : -1;
    },
    entering(page, user) {
      // What an account wrote it may read again on a machine on which it had signed out.
      const texts = wiped.get(page.profile);
      for (const [text, { op }] of texts ?? []) if (op.user === user) texts?.delete(text);
    },
    leaving(page) {
      // Every other tab has wiped before the one that signs out is done (rule 12), and nothing tells that there.
      const ops = [...ledger.ops.values()].filter((op) => isWaitingBeside(op, page, page.user()));
      for (const op of ops) op.over = SIGNED_OUT;
      leaving.set(page, ops);
    },
    switched(page, isWiped, before) {
      // Where the wipe failed nobody was told of it: what waits elsewhere must come.
      for (const op of isWiped ? [] : (leaving.get(page) ?? [])) if (op.over === SIGNED_OUT) op.over = '';
      leaving.delete(page);
      // Who said nothing as a visitor here claims nothing before they are asked, and nobody asks. Whose it is what is
      // written while the identity changes only the claim tells.
      const asked = claiming.delete(page.profile);
      const spoke = ledger.of(page).some((op) => !op.user && op.session < page.session() && (asked || op.session >= 0));
      if (page.user() && !isWiped && spoke)
        for (const op of ledger.ops.values()) {
          if (op.claimed || op.page.profile !== page.profile || op.page === page || op.user) continue;
          op.claimed = true;
          op.user = page.user();
        }
      const texts = wiped.get(page.profile) ?? new Map<string, Wiped>();
      for (const op of ledger.of(page)) {
        if (op.session >= page.session()) continue;
        // What an account has claimed is its own: there it stands, and there it must come.
        if (!op.user && logbook.place(op.id)?.author.startsWith('user:')) continue;
        if (op.claimed && !isWiped) {
          // A restore took it from the account, which said so, before this page knew whose it had become.
          if (op.forgotten) op.over ||= TAKEN_BACK;
          continue;
        }
        op.over ||= 'left behind with its identity';
        // What was written while the identity changed may be of the next one, and stays with it.
        if (isWiped && !op.claimed && op.session >= 0) texts.set(op.text, { op, at: world.now() });
      }
      wiped.set(page.profile, texts);
      // Signing out is for every tab: what waited there goes, too.
      for (const op of isWiped ? ledger.ops.values() : []) if (isWaitingBeside(op, page, before)) op.over = SIGNED_OUT;
      signOuts.begins(page);
      if (isWiped) signOuts.wiped(page.profile, before);
      if (isWiped) diskLost(page.profile, page);
      witnesses.get(page)?.reset();
    },
    died(page) {
      looking.delete(witnesses.get(page) as Witness);
      for (const op of ledger.of(page)) if (op.unsaved || op.fragile || op.forgotten) op.over ||= DIED_WITH;
      // What no account took along stands on one page, as not saved, whoever wrote it.
      for (const { id, status, unsaved } of page.client.outbox.peek()) {
        const op = ledger.ops.get(id);
        if (op?.claimed && unsaved && status === 'failed') op.over ||= DIED_WITH;
      }
    },
    lostIdentity: (page) => ledger.of(page).some((op) => (op.fragile || op.unsaved) && op.session === page.session()),
    frame(profile, frame, up) {
      reach(frame, up);
      if (profile && up && CLAIMS.test(frame)) claiming.add(profile);
      if (quiet && !HEARTBEAT.test(frame)) problem('quiet after the faults', `${world.now()} ${frame.slice(0, 200)}`);
      if (!profile || up || !PROGRESS.test(frame)) return;
      for (const page of profile.pages) witnesses.get(page)?.progress();
    },
    hint(channel, text) {
      const tab = quiet && LEADS.exec(text)?.[1];
      if (!tab) return;
      const other = leaders.get(channel) ?? tab;
      if (other !== tab) problem('one tab leads', `${channel}: ${other} and ${tab}`);
      leaders.set(channel, tab);
    },
    diskLost,
    diskWritten(profile, text) {
      for (const [secret, { op }] of wiped.get(profile) ?? [])
        if (text.includes(`"${secret}"`) && !isAccounts(op, logbook))
          problem('nothing readable after the wipe', `${profile.name}: ${secret}`);
    },
    settled() {
      if (logbook.restores() !== restores) {
        restores = logbook.restores();
        // What had been seen in the log is not sent again; that it is gone must be said. A page that is gone, or somebody
        // else by now, as after a claim, leaves that to the tab that showed it; so does one whose file that tab has uploaded, because
        // what a file says is kept until then only.
        for (const op of ledger.ops.values()) {
          if (logbook.place(op.id)) continue;
          // What has no row on a screen was seen through by the tab that took it from the disk.
          if (!ON_SCREEN.includes(op.kind) && logbook.recorded(op.id) && !isStored(op)) op.seenBeside = true;
          const lives = op.page.life.alive() && op.session === op.page.session();
          if (op.seen || (op.seenBeside && (!lives || op.kind === 'file'))) op.over ||= TAKEN_BACK;
          op.forgotten ||= op.seenBeside;
        }
      }
      const clock = world.now() >= nextLook;
      if (clock) nextLook = world.now() + LOOK_MS;
      for (const witness of looking) witness.look(clock);
    },
    range: (page) => witnesses.get(page)?.range(),
    expectQuiet() {
      quiet = true;
    },
    judge(profiles, content) {
      quiet = false;
      for (const profile of profiles) for (const page of profile.pages) if (page.life.alive()) judgePage(page);
      for (const { name, disk } of profiles)
        for (const rows of disk.databases.values())
          for (const wrong of misfitsOf(rows)) problem('the cursor is of what is stored', `${name}: ${wrong}`);
      ledger.judge((op) => {
        // What a visitor wrote waits on the disk while every page is signed in, or began in memory as another visitor.
        // No tab hears of another's ops before it reads the disk itself.
        const theirs = op.page.profile.pages.filter(
          (page) =>
            page.life.alive() &&
            page.user() === op.user &&
            (page === op.page || (page.openedAt >= op.page.life.diedAt() && !isAnotherVisitor(op, page))),
        );
        const showing = op.claimed ? op.page.profile.pages : theirs;
        return !theirs.length || showing.some((page) => isStopped(page, op.id));
      }, content);
      for (const { conversation, rules, streams } of logbook.current()) {
        if (rules.serving().mode === 'queued') problem('nobody waits for ever', conversation);
        for (const seq of streams.open.keys())
          problem('one end of a streamed reply', `${conversation}: ${seq} has none`);
      }
    },
    judgeRemains(profiles) {
      for (const { name, pages, disk, network } of profiles) {
        for (const page of pages) {
          if (!page.life.alive()) continue;
          const left = [page.life.timers(), page.listeners(), page.profile.commons?.handles(page.life) ?? 0];
          if (left.some((count) => count > 0))
            problem(
              'nothing survives destroy',
              `${page.name}: ${left[0]} timers, ${left[1]} listeners, ${left[2]} locks or channels`,
            );
        }
        if (disk.handles()) problem('nothing survives destroy', `${name}: ${disk.handles()} stores are open`);
        if (network.wires.size) problem('nothing survives destroy', `${name}: ${network.wires.size} links are open`);
      }
    },
  };
}
