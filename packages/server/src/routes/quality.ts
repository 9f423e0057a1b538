import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import { type Log, visible } from '@xiaoer/host';
import * as v from 'valibot';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Scope } from '../identity/scope.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Audit } from '../privacy/audit.ts';
import { veil } from '../privacy/mask-numbers.ts';
import { agreementOf, WantedReview } from '../quality/review.ts';
import type { Reviews } from '../quality/reviews.ts';
import type { QualityRule } from '../quality/rule.ts';
import { weekOf } from '../quality/week-of.ts';
import { localize } from '../shops/field-source.ts';
import type { Shop } from '../shops/shop.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson, sendText } from './route.ts';

const HERE = '/desk/api/quality';
const USUAL_SAMPLE = 20;
/** Reviews of so long say how rules and reviewers agree. */
const AGREEMENT_MS = 90 * 86_400_000;
const MOST_EVENTS = 5_000;
const MOST_BODY = 16_384;

/** What the addresses of quality are made of. */
export interface QualityPorts {
  readonly numbers: Pick<Numbers, 'sample' | 'judged'>;
  readonly rules: readonly QualityRule[];
  readonly reviews: Reviews;
  readonly agents: Agents;
  readonly scope: Pick<Scope, 'conversation'>;
  readonly log: Pick<Log, 'read' | 'first'>;
  readonly audit: Pick<Audit, 'read' | 'write' | 'nameOf'>;
  readonly shop: Shop;
  /** Conversations drawn each week. */
  readonly perWeek?: number | undefined;
  readonly env: Pick<Env, 'now' | 'log'>;
}

/**
 * `/desk/api/quality`: the sample of a week and how reviewers and rules agree; `/talks/…` a conversation as it happened, with
 * what the rules found; `POST /reviews` what a reviewer found. For leads and admins.
 */
export function qualityRoute(ports: QualityPorts): Route {
  const { numbers, rules, reviews, agents, scope, log, audit, shop, env } = ports;
  const { timeZone = 'UTC', locales } = shop.knowledge.shop;

  const namesIn = (locale: string) => ({
    rules: Object.fromEntries(rules.map(({ id, title }) => [id, localize(title, locale, locales)])),
    agents: Object.fromEntries(agents.all().map(({ id, name }) => [id, name])),
    critical: rules.filter(({ critical }) => critical).map(({ id }) => id),
  });
  const localeOf = ({ url }: Exchange): string => url.searchParams.get('locale') ?? locales[0] ?? 'en';

  async function sample(exchange: Exchange, me: Participant): Promise<true> {
    const week = weekOf(exchange.url.searchParams.get('week'), env.now(), timeZone);
    if (!week) return sendText(exchange, 400, 'Name the week by one of its days, such as 2026-11-16.');
    const size = ports.perWeek ?? USUAL_SAMPLE;
    const drawn = await numbers.sample({ ...week, size, seed: `${shop.id} ${week.day}` });
    const seen = await Promise.all(
      drawn.map(async (one) => ((await scope.conversation(me, one.conversation)) ? [one] : [])),
    );
    const recent = reviews.since(env.now() - AGREEMENT_MS);
    const by = (conversation: string, k: number) => [
      ...new Set(reviews.of(conversation).flatMap((one) => (one.k === k ? [one.who] : []))),
    ];
    return sendJson(exchange, 200, {
      week: week.day,
      over: env.now() >= week.to,
      size,
      drawn: seen.flat().map(({ score: _, ...one }) => ({ ...one, reviewedBy: by(one.conversation, one.k) })),
      agreement: agreementOf(recent),
      names: namesIn(localeOf(exchange)),
    });
  }

  /** Everything that agents may read of a conversation, from what is left of its beginning on. */
  async function eventsOf(conversation: string, head: number): Promise<readonly ChatEvent[]> {
    const first = await log.first(conversation);
    const events = await log.read(conversation, Math.max(first, head - MOST_EVENTS + 1) - 1, MOST_EVENTS);
    const back = new Set(events.flatMap(({ kind, body }) => (kind === 'retracted' ? [Number(body['target'])] : [])));
    return visible(events, 'agent', back, veil).filter(({ kind }) => kind !== 'hidden');
  }

  async function replay(exchange: Exchange, me: Participant, conversation: string): Promise<true> {
    const found = await scope.conversation(me, conversation);
    if (!found) return sendText(exchange, 404, 'There is no such conversation.');
    audit.read(me.id, 'read.conversation', found.record.subject, conversation);
    const [sessions, events] = await Promise.all([numbers.judged(conversation), eventsOf(conversation, found.head)]);
    return sendJson(exchange, 200, {
      conversation,
      name: found.record.name,
      // The score is told to who has given one.
      sessions: sessions.map(({ score: _, ...one }) => one),
      events,
      reviews: reviews.of(conversation),
      names: namesIn(localeOf(exchange)),
    });
  }

  async function review(exchange: Exchange, me: Participant): Promise<true> {
    let value: unknown;
    try {
      value = JSON.parse((await readText(exchange, MOST_BODY)) ?? '');
    } catch {
      return sendText(exchange, 400, `Send JSON of at most ${MOST_BODY} bytes.`);
    }
    const read = v.safeParse(WantedReview, value);
    if (!read.success)
      return sendText(
        exchange,
        400,
        read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the review'}: ${issue.message}`).join('\n'),
      );
    const { conversation, k, findings } = read.output;
    const found = await scope.conversation(me, conversation);
    const session = found && (await numbers.judged(conversation)).find((one) => one.k === k);
    if (!session) return sendText(exchange, 404, 'There is no such conversation with an agent.');
    const unknown = findings.find(({ rule, seq }) => !session.hits.some((hit) => hit.rule === rule && hit.seq === seq));
    if (unknown)
      return sendText(
        exchange,
        409,
        `There is no finding ${unknown.rule} in line ${unknown.seq} any more: look again.`,
      );
    await reviews.add({ ...read.output, at: env.now(), who: me.id, counted: session.score });
    await audit.write(me.id, 'quality.review', audit.nameOf(found.record.subject), conversation);
    return sendJson(exchange, 200, { counted: session.score, reviews: reviews.of(conversation) });
  }

  return async (exchange) => {
    const { request, response, url } = exchange;
    const rest = url.pathname.startsWith(HERE) ? url.pathname.slice(HERE.length) : undefined;
    const [, conversation] = /^\/talks\/([\w-]{1,40})$/.exec(rest ?? '') ?? [];
    const posted = rest === '/reviews';
    if (rest !== '' && !posted && conversation === undefined) return false;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    if (agents.roleOf(me.id) === 'agent') return sendText(exchange, 403, 'Reviews are for leads and admins.');
    if (posted && request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return sendText(exchange, 405, 'Ask by POST.');
    }
    if (!posted && !isReading(exchange)) return true;
    try {
      if (posted) return await review(exchange, me);
      return await (conversation === undefined ? sample(exchange, me) : replay(exchange, me, conversation));
    } catch (error) {
      env.log('error', 'quality.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return sendText(exchange, 503, 'This cannot be told now.');
    }
  };
}
