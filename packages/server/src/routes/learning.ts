import type { Lesson } from '@xiaoer/assistant/learning';
import { isName, isObject, isOpId, type Participant } from '@xiaoer/core/protocol';
import type { Responder } from '@xiaoer/host';
import type { Agents } from '../identity/agents.ts';
import { askBeside } from '../learning/ask-beside.ts';
import type { Known } from '../learning/knowing.ts';
import type { Learning, LearningProblem } from '../learning/learning.ts';
import { type ChangeMistake, readChanges, type WantedChange } from '../learning/read-changes.ts';
import type { Audit } from '../privacy/audit.ts';
import { adminIn } from './admin-door.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson } from './route.ts';

const HERE = '/desk/api/learning';
/** Bytes of a request: the most changes of the longest answers are refused before that. */
const MOST = 1024 * 1024;
const DAYS = { usual: 30, most: 366 };
const MOST_LESSONS = 200;
const MOST_TEXT = 4_000;
const MOST_NOTE = 300;

const STATUS: Readonly<Record<LearningProblem['problem'], number>> = {
  changes: 422,
  precision: 409,
  'not-found': 404,
  needed: 409,
  stale: 409,
  busy: 503,
};

const MESSAGES: Readonly<Record<LearningProblem['problem'], string>> = {
  changes: 'some changes do nothing: problems names each by its place',
  precision: 'fewer of the answers that are given would be right: effect.broke names what breaks',
  'not-found': 'there is no such version, or it was taken back',
  needed: 'later versions build on it: take those in "by" back first',
  stale: 'something else was saved meanwhile: look at the effect again, and save with the newest base',
  busy: 'it could not be written: try again',
};

/** What the addresses of learning are made of. */
export interface LearningPorts {
  readonly agents: Agents;
  readonly open: () => Promise<{ readonly learning: Learning }>;
  /** The assistant as it answers now, writing nothing. */
  readonly live: Responder;
  /** The same over a draft. */
  readonly draftOf: (known: Known) => Promise<Responder>;
  readonly audit: Pick<Audit, 'write'>;
  readonly locale: string;
  readonly now: () => number;
}

type Body = Readonly<Record<string, unknown>>;

const view = ({ members: _, ...lesson }: Lesson) => lesson;

/** `/desk/api/learning…`: what can be learnt, its effect, versions and drafts, for an admin with a good cookie. */
export function learningRoute({ agents, open, live, draftOf, audit, locale, now }: LearningPorts): Route {
  const refuse = (exchange: Exchange, status: number, code: string, message: string, more: object = {}): true =>
    sendJson(exchange, status, { code, message, ...more });

  const failed = (exchange: Exchange, problem: LearningProblem): true => {
    const { problem: code, ...more } = problem;
    return refuse(exchange, STATUS[code], code, MESSAGES[code], more);
  };

  async function bodyOf(exchange: Exchange): Promise<Body | string> {
    const text = await readText(exchange, MOST);
    if (text === undefined) return `a request has at most ${MOST} bytes`;
    try {
      const value: unknown = JSON.parse(text);
      return isObject(value) ? value : 'send an object';
    } catch {
      return 'send JSON';
    }
  }

  const mistaken = (exchange: Exchange, mistakes: readonly ChangeMistake[]): true =>
    refuse(exchange, 400, 'invalid-changes', 'changes cannot be read: mistakes names each place', { mistakes });

  /** The changes of a body, or the answer that says what is wrong with them. */
  async function withChanges(
    exchange: Exchange,
    body: Body,
    go: (changes: readonly WantedChange[]) => Promise<true>,
  ): Promise<true> {
    const changes = readChanges(body['changes']);
    return 'mistakes' in changes ? mistaken(exchange, changes.mistakes) : go(changes);
  }

  async function overview(exchange: Exchange): Promise<true> {
    const { learning } = await open();
    const { head, all, automatic } = learning.versions();
    const { thresholds, problems, source } = learning.applied();
    return sendJson(exchange, 200, {
      base: head,
      versions: all.length,
      automatic,
      sentences: thresholds?.sentences ?? null,
      bands: thresholds?.bands ?? null,
      answers: source.answers.length,
      locales: source.shop.locales,
      problems,
    });
  }

  async function lessons(exchange: Exchange, me: Participant): Promise<true> {
    const { searchParams } = exchange.url;
    const days = Number(searchParams.get('days') ?? DAYS.usual);
    const least = Number(searchParams.get('least') ?? 1);
    if (!(days >= 1 && days <= DAYS.most) || !(least >= 1))
      return refuse(exchange, 400, 'invalid-request', `days is 1 to ${DAYS.most}, least 1 or more`);
    const { learning } = await open();
    const found = (await learning.lessons(days)).filter(({ conversations }) => conversations >= least);
    await audit.write(me.id, 'read.lessons', 'house', String(found.length));
    return sendJson(exchange, 200, { count: found.length, lessons: found.slice(0, MOST_LESSONS).map(view) });
  }

  async function read(exchange: Exchange, rest: string, me: Participant): Promise<boolean> {
    if (rest === '') return overview(exchange);
    if (rest === '/lessons') return lessons(exchange, me);
    if (rest === '/replay') return sendJson(exchange, 200, await (await open()).learning.replay());
    if (rest === '/answers')
      return sendJson(exchange, 200, { answers: (await open()).learning.applied().source.answers });
    if (rest !== '/versions') return false;
    const { head, all, automatic } = (await open()).learning.versions();
    return sendJson(exchange, 200, { base: head, automatic, versions: all });
  }

  async function ask(exchange: Exchange, body: Body): Promise<true> {
    const { text, about, states } = body;
    const lang = body['locale'] ?? locale;
    if (typeof text !== 'string' || text.trim() === '' || text.length > MOST_TEXT)
      return refuse(exchange, 400, 'invalid-request', `text has 1 to ${MOST_TEXT} characters`);
    if (typeof lang !== 'string' || lang.length > 35 || (about !== undefined && !isName(about)))
      return refuse(exchange, 400, 'invalid-request', 'locale is a language, about the id of a product');
    const question = { text, locale: lang, about, states: isObject(states) ? states : undefined };
    const { changes } = body;
    if (changes === undefined || (Array.isArray(changes) && changes.length === 0))
      return sendJson(exchange, 200, await askBeside(live, undefined, question, now()));
    return withChanges(exchange, body, async (changes) => {
      const draft = await (await open()).learning.draft(changes);
      if ('problem' in draft) return failed(exchange, draft);
      return sendJson(exchange, 200, await askBeside(live, await draftOf(draft), question, now()));
    });
  }

  async function save(exchange: Exchange, body: Body, me: Participant, id: string): Promise<true> {
    const { note, base } = body;
    if (note !== undefined && (typeof note !== 'string' || note.length > MOST_NOTE))
      return refuse(exchange, 400, 'invalid-request', `note has at most ${MOST_NOTE} characters`);
    if (base !== undefined && !(Number.isInteger(base) && Number(base) >= 0))
      return refuse(exchange, 400, 'invalid-request', 'base is the number that the overview told');
    return withChanges(exchange, body, async (changes) => {
      const wish = { changes, note, base: base === undefined ? undefined : Number(base) };
      const done = await (await open()).learning.save(wish, me, id);
      if ('problem' in done) return failed(exchange, done);
      // Without an effect it was saved before.
      if (done.effect) await audit.write(me.id, 'teach.saved', 'house', String(done.version.version));
      return sendJson(exchange, 200, done);
    });
  }

  /** What changes something has a name of its own, so that sent twice it is done once. */
  async function write(exchange: Exchange, rest: string, me: Participant): Promise<boolean> {
    if (!['/preview', '/ask', '/versions', '/undo', '/automatic'].includes(rest)) return false;
    const body = await bodyOf(exchange);
    if (typeof body === 'string') return refuse(exchange, 400, 'invalid-request', body);
    if (rest === '/ask') return ask(exchange, body);
    if (rest === '/preview')
      return withChanges(exchange, body, async (changes) => {
        const effect = await (await open()).learning.preview(changes);
        return 'problem' in effect ? failed(exchange, effect) : sendJson(exchange, 200, effect);
      });
    const { id, version, on } = body;
    if (!isOpId(id))
      return refuse(exchange, 400, 'invalid-request', 'id names the request: up to 64 letters, digits, -_.:');
    if (rest === '/versions') return save(exchange, body, me, id);
    if (rest === '/undo' ? !Number.isInteger(version) : typeof on !== 'boolean')
      return refuse(exchange, 400, 'invalid-request', rest === '/undo' ? 'version is a number' : 'on is true or false');
    const { learning } = await open();
    const done =
      rest === '/undo' ? await learning.undo(Number(version), me, id) : await learning.automatic(on === true, me, id);
    if ('problem' in done) return failed(exchange, done);
    if (rest === '/undo') await audit.write(me.id, 'teach.undone', 'house', String(version));
    else await audit.write(me.id, 'teach.automatic', 'house', on === true ? 'on' : 'off');
    if (on === true) await learning.learnCertain();
    const { head, all, automatic } = learning.versions();
    return sendJson(exchange, 200, { base: head, automatic, versions: all });
  }

  return async (exchange) => {
    const { request, url } = exchange;
    if (url.pathname !== HERE && !url.pathname.startsWith(`${HERE}/`)) return false;
    const me = adminIn(exchange, agents);
    if (!me) return true;
    const rest = url.pathname.slice(HERE.length);
    if (request.method === 'POST') return write(exchange, rest, me);
    return !isReading(exchange) || read(exchange, rest, me);
  };
}
