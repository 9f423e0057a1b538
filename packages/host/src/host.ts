import type { ConversationId } from '@xiaoer/core/protocol';
import { BOT_SERVES, type Serving } from '@xiaoer/core/view';
import { createAppend } from './append.ts';
import { type Audience, createAudience } from './audience.ts';
import { createBotRunner } from './bot-runner.ts';
import { claimOf, createClaim } from './claim.ts';
import type { Conversation } from './conversation.ts';
import { type Change, createConversations } from './conversations.ts';
import { createDeltas } from './deltas.ts';
import { createDesk } from './desk.ts';
import { createDoubts } from './doubts.ts';
import { createGroupCommit } from './group-commit.ts';
import { createHandoff } from './handoff.ts';
import { DEFAULT_SETTINGS, type HostOptions } from './host-options.ts';
import type { House } from './house.ts';
import { createHousekeeping, type Resting } from './housekeeping.ts';
import { createInbox } from './inbox.ts';
import { createLanes } from './lanes.ts';
import { createQueue } from './queue.ts';
import { createRate } from './rate.ts';
import { createSession } from './session.ts';
import type { Host } from './session-link.ts';
import { signal, tellReaders } from './signals.ts';
import { createSubscribers } from './subscribers.ts';
import { createTakeOp } from './take-op.ts';
import { createTeam } from './team.ts';
import { createTell } from './tell.ts';
import { createTypingWatch } from './typing-watch.ts';
import { createWaitEstimate } from './wait-estimate.ts';
import { createWaitWatch } from './wait-watch.ts';

/** Makes the other end of all conversations of a shop. Nothing runs before `start()`, save what links ask for. */
export function createHost(options: HostOptions): Host {
  const {
    env,
    log,
    shop,
    responder,
    enrich,
    authenticate,
    groupsOf = () => [],
    capacityOf = () => undefined,
    opensAt = () => undefined,
    leaveText = () => undefined,
    observe = () => undefined,
    sees,
    veil,
    onRead = () => undefined,
  } = options;
  const bot = () => (typeof options.bot === 'function' ? options.bot() : options.bot);
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const lanes = createLanes();
  const commit = createGroupCommit(log);
  let drainingMs: number | undefined;
  let started = false;

  const conversations = createConversations({ env, log, shop: shop.id, onChange, onLoad });
  const resting = new Map<ConversationId, Resting>();
  const doubts = createDoubts(env, lanes, conversations);
  const append = createAppend({ env, log, commit, conversations, doubts });
  const deltas = createDeltas(env);
  const subscribers = createSubscribers({ env, log, veil, onLive: deltas.look, onUnread: conversations.release });

  const audience: Audience = createAudience(env, () => desk.online(), sees);
  const desk = createDesk({
    env,
    capacityOf: (agent) => capacityOf(agent) ?? settings.agentCapacity,
    groupsOf,
    onTeam: () => team.touch(),
    onPresence() {
      audience.presence();
      queue.refresh();
    },
    onGone(agent) {
      for (const conversation of conversations.all())
        if (conversation.projection.serving.agent?.id === agent) handoff.giveBack(conversation, 'agent');
    },
  });

  const team = createTeam(env, desk.team, (body) => audience.tellAgents('team', body, () => team.all()));

  const estimate = createWaitEstimate(env);
  const queue = createQueue({
    env,
    limitMs: settings.queueLimitMs,
    estimate: (ahead) => estimate.of(ahead, desk.places(), desk.free()),
    onPlace(conversation, place) {
      const frame = signal('queue', place, { conversation: conversation.id });
      tellReaders(conversation, frame, (reader) => reader.role === 'shopper');
      inbox.touch(conversation);
    },
    onTimeout: (conversation) => handoff.giveBack(conversation, 'timeout'),
  });
  const handoff = createHandoff({ env, lanes, append, place: ({ id }) => queue.place(id), opensAt, leaveText });

  const waits = createWaitWatch({
    env,
    tellAfterMs: settings.tellAfterMs,
    answerLimitMs: settings.answerLimitMs,
    onTell: handoff.tellWait,
    onLimit(conversation, cause) {
      const { agent } = conversation.projection.serving;
      const others = desk.team().filter(({ id, away }) => id !== agent?.id && !away);
      handoff.passOn(
        conversation,
        cause,
        others.some(({ held, capacity }) => held < capacity),
      );
    },
  });

  const inbox = createInbox({
    env,
    conversations: conversations.all,
    resting,
    veil,
    place: (id) => queue.place(id)?.position,
    listening: desk.isOpen,
    tell: (change) => audience.tellAgents('inbox', change, inbox.all),
  });

  /** Whether an agent may see a conversation. */
  const maySee = (agent: string, conversation: Conversation): boolean =>
    sees?.(agent, inbox.rowOf(conversation)) ?? true;

  const typing = createTypingWatch(env, settings.typingQuietMs, settings.typingMaxMs);
  const botRunner = createBotRunner({
    env,
    log,
    lanes,
    append,
    bot,
    responder,
    typing,
    deltas,
    showWork: (conversation, on) =>
      tellReaders(conversation, signal('typing', { on }, { conversation: conversation.id, from: bot() }), () => true),
  });

  /** Who speaks may have changed: agents' places, the queue, and how long conversations take. */
  function settle(conversation: Conversation, before: Serving): void {
    const { serving, held } = conversation.projection;
    if (serving !== before) {
      desk.moved(before, serving);
      if (held && before.mode === 'agent' && serving.mode !== 'agent') estimate.finished(held.ms, held.until);
    }
    queue.update(conversation);
    waits.update(conversation);
    if (before.mode === 'agent' || serving.mode === 'agent') queue.refresh();
  }

  /** What the house owes a conversation that was read out of the log. */
  function react(conversation: Conversation): void {
    // Whoever is at the desk has had no time to come back yet, so nobody is sent away: the queue's limit is still his.
    handoff.confirm(conversation, true);
    botRunner.consider(conversation);
  }

  function onLoad(conversation: Conversation): void {
    resting.delete(conversation.id);
    const { held } = conversation.projection;
    if (held) estimate.finished(held.ms, held.until);
    settle(conversation, BOT_SERVES);
    observe({ record: conversation.record, events: [], unread: conversation.projection.unread });
    if (started) react(conversation);
  }

  function onChange({ conversation, events, before }: Change): void {
    const created = conversation.head === events.length;
    const claimed = claimOf(events);
    if (claimed) audience.revoke(claimed.visitor);
    // What a claim has closed is no news to who did not read it.
    if (created || (claimed && conversation.projection.serving.mode !== 'closed')) audience.follow(conversation);
    if (sees)
      for (const one of conversation.readers)
        if (one.reader.role === 'agent' && !maySee(one.reader.principal?.id ?? '', conversation))
          subscribers.detach(one);
    subscribers.publish(conversation, events);
    settle(conversation, before);
    inbox.touch(conversation);
    if (conversation.projection.serving !== before) handoff.confirm(conversation, desk.online() > 0);
    // Whoever hears of it may have taken care of it before the bot looks.
    observe({ record: conversation.record, events, unread: conversation.projection.unread });
    botRunner.consider(conversation);
    conversations.release(conversation);
  }

  const rate = createRate(env, settings.rate);
  const takeOp = createTakeOp({
    env,
    shop: shop.id,
    log,
    lanes,
    conversations,
    append,
    rate,
    desk,
    enrich,
    sees: maySee,
  });

  const housekeeping = createHousekeeping({ env, settings, lanes, append, conversations, resting, rowOf: inbox.rowOf });
  const tell = createTell({ lanes, conversations, append });

  const claim = createClaim({
    env,
    log,
    shop: shop.id,
    conversations,
    doubts,
    rate,
    onClaimed: audience.revoke,
  });

  const house: House = {
    env,
    log,
    shop,
    settings,
    authenticate,
    conversations,
    subscribers,
    takeOp,
    claim,
    agents: desk.online,
    inbox: (agent) => audience.scoped(agent, inbox.all()),
    sees: maySee,
    veil,
    onRead,
    team: team.all,
    away: desk.away,
    place: ({ id }) => queue.place(id),
    typing(conversation, on) {
      typing.signal(conversation.id, on);
      botRunner.consider(conversation);
    },
    sent: typing.sent,
    signedIn(link) {
      audience.signedIn(link);
      if (link.role === 'agent') desk.arrive(link.principal);
    },
    signedOut(link) {
      audience.signedOut(link);
      if (link.role === 'agent') desk.depart(link.principal.id);
    },
    get drainingMs() {
      return drainingMs;
    },
  };

  return {
    async start() {
      await conversations.loadOpen();
      started = true;
      for (const conversation of [...conversations.all()]) react(conversation);
      housekeeping.start();
    },
    connect(link) {
      const session = createSession(house, link, () => audience.remove(session));
      audience.add(session);
      return session;
    },
    async drain(windowMs) {
      drainingMs = windowMs;
      audience.tellAll({ t: 'goaway', windowMs });
      await lanes.idle();
    },
    stats: () => ({
      links: audience.links,
      agents: desk.online(),
      queued: queue.size,
      conversations: conversations.size + resting.size,
      inMemory: conversations.size,
      appended: commit.appended,
    }),
    upkeep: { env, lanes, log, conversations },
    tell,
    dismiss: audience.dismiss,
    async unread(id) {
      const conversation = await conversations.load(id);
      if (conversation) conversations.release(conversation);
      return conversation?.projection.unread;
    },
    close() {
      housekeeping.close();
      audience.close('the server stops');
      botRunner.close();
      handoff.close();
      deltas.close();
      doubts.close();
      queue.close();
      waits.close();
      inbox.close();
      team.close();
      desk.close();
    },
  };
}
