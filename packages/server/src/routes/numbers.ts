import type { Env } from '@xiaoer/core/env';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Board, BoardQuery } from '../numbers/board.ts';
import { type BoardNames, boardCsv } from '../numbers/board-csv.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { BoardWish } from '../numbers/numbers-engine.ts';
import type { QualityRule } from '../quality/rule.ts';
import { localize } from '../shops/field-source.ts';
import type { Shop } from '../shops/shop.ts';
import { clockOf, momentOf, wallAt } from '../shops/wall-clock.ts';
import { type Exchange, isReading, type Route, sendJson, sendText } from './route.ts';

const HERE = '/desk/api/numbers';
const DAY_MS = 86_400_000;
/** The longest span of one board. */
const MOST_DAYS = 400;
const USUAL_DAYS = 28;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What the addresses of the numbers are made of. */
export interface NumbersPorts {
  readonly numbers: Numbers;
  readonly agents: Agents;
  readonly shop: Shop;
  readonly rules: readonly QualityRule[];
  readonly env: Pick<Env, 'now' | 'log'>;
  /** When the desk is open, as of now. */
  readonly hours: () => BoardWish['hours'];
}

/** `/desk/api/numbers`: a board as JSON, or `.csv`, for leads and admins. Days are those of the shop. */
export function numbersRoute({ numbers, agents, shop, rules, env, hours }: NumbersPorts): Route {
  const { timeZone = 'UTC', locales } = shop.knowledge.shop;
  const wall = clockOf(timeZone);
  const dayText = (at: number): string => new Date(wallAt(at, wall)).toISOString().slice(0, 10);
  const midnight = (day: string): number => momentOf(Date.parse(`${day}T00:00:00Z`), wall);
  const answers = new Map(shop.knowledge.answers.map((one) => [one.id, one.question]));
  const titles = new Map(shop.knowledge.products.map((one) => [one.id, one.title]));

  /** The span and the filters; undefined for what is no span of days. `to` is its last day. */
  function queryOf({ searchParams }: URL): BoardQuery | undefined {
    const today = dayText(env.now());
    const to = searchParams.get('to') ?? today;
    const usual = DAY.test(to) ? dayText(midnight(to) - (USUAL_DAYS - 1) * DAY_MS + DAY_MS / 2) : '';
    const from = searchParams.get('from') ?? usual;
    if (!DAY.test(from) || !DAY.test(to) || Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to)))
      return undefined;
    const [start, end] = [midnight(from), momentOf(Date.parse(`${to}T00:00:00Z`) + DAY_MS, wall)];
    if (end <= start || end - start > MOST_DAYS * DAY_MS) return undefined;
    const text = (name: string) => searchParams.get(name)?.slice(0, 128) || undefined;
    return { from: start, to: end, shop: text('shop'), group: text('group'), agent: text('agent'), lang: text('lang') };
  }

  function namesOf(board: Board, locale: string): BoardNames {
    const topics = board.questions.flatMap(({ key }) => {
      const question = key.startsWith('answer:') ? answers.get(key.slice(7)) : undefined;
      return question === undefined ? [] : [[key, localize(question, locale, locales)] as const];
    });
    const products = board.products.flatMap(({ key }) => {
      const title = titles.get(key);
      return title === undefined ? [] : [[key, localize(title, locale, locales)] as const];
    });
    return {
      topics: Object.fromEntries(topics),
      products: Object.fromEntries(products),
      rules: Object.fromEntries(rules.map(({ id, title }) => [id, localize(title, locale, locales)])),
      agents: Object.fromEntries(agents.all().map(({ id, name }) => [id, name])),
    };
  }

  function sendCsv(exchange: Exchange, board: Board, names: BoardNames): true {
    const text = `\uFEFF${boardCsv(board, names, dayText)}`;
    exchange.response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="numbers.csv"',
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
    });
    exchange.response.end(exchange.request.method === 'HEAD' ? undefined : text);
    return true;
  }

  return async (exchange) => {
    const { request, url } = exchange;
    const rest = url.pathname.startsWith(HERE) ? url.pathname.slice(HERE.length) : undefined;
    if (rest !== '' && rest !== '.csv') return false;
    if (!isReading(exchange)) return true;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    if (agents.roleOf(me.id) === 'agent') return sendText(exchange, 403, 'The numbers are for leads and admins.');
    const query = queryOf(url);
    if (!query)
      return sendText(exchange, 400, `Name from and to as days such as 2026-11-22, at most ${MOST_DAYS} apart.`);
    const groups = Object.fromEntries(agents.all().map((one) => [one.id, one.groups]));
    try {
      const board = await numbers.board({ ...query, now: env.now(), groups, hours: hours() });
      const names = namesOf(board, url.searchParams.get('locale') ?? locales[0] ?? 'en');
      if (rest === '.csv') return sendCsv(exchange, board, names);
      return sendJson(exchange, 200, { board, names, days: board.days.map(dayText) });
    } catch (error) {
      env.log('error', 'numbers.failed', { error: error instanceof Error ? error.message : 'unknown' });
      return sendText(exchange, 503, 'The numbers cannot be counted now.');
    }
  };
}
