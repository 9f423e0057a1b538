import { isObject, type TraceBody } from '@xiaoer/core/protocol';
import type { MerchantPorts } from '../merchant-desk.ts';
import type { Change, Sentences } from './change.ts';
import type { Effect } from './effect.ts';
import { isAnswer, type KnowledgeAnswer } from './knowledge-answer.ts';
import type { Lesson } from './lesson.ts';
import type { Version, Versions } from './version.ts';

/** Why something was not done: a code of the server, `offline` where there was no answer. */
export interface Refusal {
  readonly code: string;
  /** Places that cannot be read, as `changes[2].answer.question`. */
  readonly mistakes?: readonly { readonly at: string; readonly message: string }[] | undefined;
  /** Changes that do nothing, by their place. */
  readonly problems?: readonly { readonly at: number; readonly problem: string }[] | undefined;
  /** Versions to be taken back first. */
  readonly by?: readonly number[] | undefined;
  readonly effect?: Effect | undefined;
}

/** What was asked for, or why not. */
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** What is known, in numbers. */
export interface Overview {
  /** Number of the newest event. */
  readonly base: number;
  readonly versions: number;
  readonly automatic: boolean;
  /** Null as long as nobody has chosen. */
  readonly sentences: Sentences | null;
  readonly bands: { readonly answer: number; readonly chips: number; readonly library: number } | null;
  readonly answers: number;
  /** Languages of the shop. */
  readonly locales: readonly string[];
}

/** What one version answers to a question. */
export interface TrialReply {
  readonly lines: readonly {
    readonly kind: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly text: string;
  }[];
  readonly handoff?: { readonly reason?: string | undefined } | undefined;
  readonly trace?: TraceBody | undefined;
}

/** A question to what is live and to the draft. */
export interface Trial {
  readonly text: string;
  readonly locale: string;
  /** Id of the product on the page. */
  readonly about?: string | undefined;
  readonly states?: { readonly live?: TraceBody['state']; readonly draft?: TraceBody['state'] } | undefined;
}

/** The server's learning. Everything resolves. */
export interface LearningApi {
  overview(): Promise<Asked<Overview>>;
  answers(): Promise<Asked<readonly KnowledgeAnswer[]>>;
  lessons(days: number, least: number): Promise<Asked<{ readonly count: number; readonly lessons: readonly Lesson[] }>>;
  versions(): Promise<Asked<Versions>>;
  preview(changes: readonly Change[]): Promise<Asked<Effect>>;
  /** `base`: what the effect was looked at with. The same `id` saves once. */
  save(wish: {
    readonly id: string;
    readonly changes: readonly Change[];
    readonly note: string;
    readonly base: number;
  }): Promise<Asked<Version>>;
  undo(id: string, version: number): Promise<Asked<Versions>>;
  automatic(id: string, on: boolean): Promise<Asked<Versions>>;
  /** Without changes only what is live answers. */
  ask(
    trial: Trial,
    changes: readonly Change[],
  ): Promise<Asked<{ readonly live: TrialReply; readonly draft?: TrialReply | undefined }>>;
}

const HERE = '/desk/api/learning';

type Body = Readonly<Record<string, unknown>>;

const hasList =
  (name: string) =>
  (body: Body): boolean =>
    Array.isArray(body[name]);

/** Asks the server the page is from. */
export function fetchLearning(ask: MerchantPorts['ask']): LearningApi {
  async function call<T>(path: string, fits: (body: Body) => boolean, sent?: object): Promise<Asked<T>> {
    try {
      const init = sent && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      };
      const answer = await ask(`${HERE}${path}`, init);
      const body: unknown = await answer.json();
      if (answer.ok && isObject(body) && fits(body)) return { ok: true, value: body as T };
      const known = isObject(body) && typeof body['code'] === 'string';
      return { ok: false, refusal: known ? (body as unknown as Refusal) : { code: 'failed' } };
    } catch {
      return { ok: false, refusal: { code: 'offline' } };
    }
  }

  const within = async <T>(asked: Promise<Asked<Body>>, read: (body: Body) => T): Promise<Asked<T>> => {
    const got = await asked;
    return got.ok ? { ok: true, value: read(got.value) } : got;
  };

  return {
    overview: () => call('', (body) => typeof body['base'] === 'number' && Array.isArray(body['locales'])),
    answers: () =>
      within(call('/answers', hasList('answers')), ({ answers }) => (answers as readonly unknown[]).filter(isAnswer)),
    lessons: (days, least) => call(`/lessons?days=${days}&least=${least}`, hasList('lessons')),
    versions: () => call('/versions', hasList('versions')),
    preview: (changes) => call('/preview', hasList('won'), { changes }),
    save: (wish) =>
      within(
        call('/versions', (body) => isObject(body['version']), wish),
        ({ version }) => version as Version,
      ),
    undo: (id, version) => call('/undo', hasList('versions'), { id, version }),
    automatic: (id, on) => call('/automatic', hasList('versions'), { id, on }),
    ask: (trial, changes) => call('/ask', (body) => isObject(body['live']), { ...trial, changes }),
  };
}
