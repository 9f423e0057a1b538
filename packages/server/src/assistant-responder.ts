import {
  createSuggest,
  type DialogueState,
  INITIAL_STATE,
  isUnsure,
  type Knowledge,
  type Language,
  loadFlows,
  messageOf,
  turn as shipped,
  type Turn as Think,
  type ToolCall,
  type ToolResult,
  type TurnInput,
  type TurnReply,
  type TurnResult,
} from '@xiaoer/assistant';
import type { Log as WriteLog } from '@xiaoer/core/env';
import type { Answer, Responder, StreamedAnswer, Turn } from '@xiaoer/host';
import { earlierTags, type History } from './earlier-tags.ts';
import { subjectOf } from './identity/subject-of.ts';
import type { Assistant } from './late-assistant.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Assist } from './provider/assist.ts';
import { shownOrders } from './provider/shown-orders.ts';
import type { Shop } from './shops/shop.ts';

/** Rounds of questions to the merchant's systems in one answer. */
const ROUNDS = 4;

/** What the responder is made of. */
export interface AssistantOptions {
  readonly knowledge: Knowledge;
  readonly shop: Shop;
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly log: WriteLog;
  /** The library of service intents that the knowledge reads; a turn that is not sure waits for it. */
  readonly library?: OpenLibrary | undefined;
  /** The engine, where it is not the one that is shipped. */
  readonly think?: Think | undefined;
  /** Earlier conversations, out of which a new one begins with what is remembered; none is looked for when left out. */
  readonly history?: History | undefined;
  /** Asks a language model where the embedded engine is unsure. */
  readonly assist?: Assist | undefined;
}

const languageOf = ({ state: { lang } }: TurnResult<DialogueState>): Language => lang ?? 'en';

/** What a turn of the host is for the assistant. */
function inputOf(
  { record, events, returned }: Turn,
  locale: string,
  at: number,
  known: { readonly level?: string | undefined; readonly region?: string | undefined },
): TurnInput {
  if (events.length === 0 && returned !== undefined) return { kind: 'returned', reason: returned, locale, at };
  const signedIn = subjectOf(record.subject) !== undefined;
  return {
    kind: 'message',
    ...messageOf(events),
    locale,
    shopper: { signedIn, name: record.name, ...known },
    at,
  };
}

/** The assistant over knowledge that is compiled already. `suggest` is of the same knowledge. */
export function assistantOf(options: AssistantOptions, suggest = createSuggest(options.knowledge)): Assistant {
  return {
    respond: createAssistantResponder(options),
    draft: createAssistantResponder(forDrafts({ ...options, assist: undefined })),
    suggest: (typed) => suggest(typed, options.now()),
  };
}

/** The same assistant beside an agent: it answers whatever the rules say of who answers, and writes nothing anywhere. */
const forDrafts = ({ knowledge, shop, ...rest }: AssistantOptions): AssistantOptions => ({
  ...rest,
  knowledge: {
    ...knowledge,
    tools: new Set(),
    source: { ...knowledge.source, shop: { ...knowledge.source.shop, service: undefined } },
  },
  shop: { ...shop, tasks: {}, changeAddress: async () => ({ error: 'failed' }) },
});

/**
 * The embedded assistant as the host's responder: turns are pure, and what they ask of the merchant's systems is asked
 * here, for the shopper of the conversation and nobody else.
 */
export function createAssistantResponder(options: AssistantOptions): Responder {
  const { shop, log, think = shipped } = options;
  let flows: ReturnType<Knowledge['flows']>;
  const knowledge: Knowledge = { ...options.knowledge, flows: () => flows ?? options.knowledge.flows() };

  async function ask(call: ToolCall, { record }: Turn, locale: string): Promise<ToolResult> {
    const { tool } = call;
    const sub = subjectOf(record.subject);
    try {
      if (call.tool === 'task') {
        const key = call.key === undefined ? undefined : `${record.id}:${call.key}`;
        const task = shop.tasks?.[call.task];
        return task
          ? {
              tool: call.tool,
              ...(await task({ subject: sub, conversation: record.id, args: call.args, key, locale })),
            }
          : { tool, error: 'unsupported' };
      }
      if (sub === undefined) return { tool, error: 'not-signed-in' };
      switch (call.tool) {
        case 'orders.list':
          return { tool: call.tool, orders: await shop.orders(sub, locale) };
        case 'orders.get': {
          const order = await shop.order(sub, call.args.order, locale);
          return order ? { tool: call.tool, order } : { tool, error: 'not-found' };
        }
        case 'orders.change-address': {
          // The key is unique in its conversation; the shop keeps keys of all of them.
          const key = `${record.id}:${call.key}`;
          const changed = await shop.changeAddress(sub, call.args.order, call.args.address, key, locale);
          return 'order' in changed ? { tool: call.tool, order: changed.order } : { tool, error: changed.error };
        }
      }
    } catch (error) {
      log('error', 'shop.failed', {
        tool: call.tool === 'task' ? call.task : tool,
        error: error instanceof Error ? error.name : 'unknown',
      });
      // A write that gave no answer may have been done all the same: that is not told as a failure.
      return { tool, error: 'key' in call && call.key !== undefined ? 'unsure' : 'failed' };
    }
  }

  /** Of a shopper whose level and region no answer and no queue asks for nothing is asked. */
  const { vip = [] } = shop.knowledge.shop.service ?? {};
  const depends =
    vip.length > 0 ||
    shop.knowledge.answers.some(({ when, variants = [] }) =>
      [when, ...variants.map((variant) => variant.when)].some((one) => one?.levels ?? one?.regions),
    );
  async function known({ record }: Turn) {
    const sub = subjectOf(record.subject);
    if (!depends || sub === undefined || !shop.shopper) return {};
    try {
      const { level, region } = await shop.shopper(sub);
      return { level, region };
    } catch (error) {
      log('error', 'shop.failed', { tool: 'shopper', error: error instanceof Error ? error.name : 'unknown' });
      return {};
    }
  }

  /** A conversation begins with what was remembered at the end of the one before. */
  async function begin({ record }: Turn): Promise<DialogueState> {
    if (!options.history) return INITIAL_STATE;
    try {
      const tags = await earlierTags(options.history, record);
      return tags.length > 0 ? { ...INITIAL_STATE, tags } : INITIAL_STATE;
    } catch (error) {
      log('error', 'history.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return INITIAL_STATE;
    }
  }

  return async (turn: Turn): Promise<Answer | StreamedAnswer> => {
    const locale = turn.record.locale ?? shop.knowledge.shop.locales[0] ?? 'en';
    const start = options.monotonic();
    const lines: TurnReply[] = [];
    // The state is out of a trace of ours; `think` starts afresh from what it cannot read.
    let state = (turn.state as DialogueState | undefined) ?? (await begin(turn));
    let input = inputOf(turn, locale, options.now(), await known(turn));
    const answerOf = ({ actions, trace, state: after }: TurnResult<DialogueState>): Answer => {
      const handoff = actions.find((action) => action.do === 'handoff');
      const ms = Math.round((options.monotonic() - start) * 100) / 100;
      return {
        lines,
        handoff: handoff && { reason: handoff.reason, headStartMs: handoff.headStartMs },
        trace: { ...trace, ms, state: after as unknown as Readonly<Record<string, unknown>> },
      };
    };
    // Tasks and the second look at what is not sure come with them.
    if (!flows) {
      const loaded = await loadFlows(knowledge.source.flows);
      // Where a language model is asked about what is not sure, it has the second look.
      flows = options.assist ? { ...loaded, lookAgain: (plan) => plan } : loaded;
    }
    for (let round = 1; ; round++) {
      const before = state;
      const result = think(state, input, knowledge);
      const loading = input.kind === 'message' && isUnsure(result) && options.library?.loading(languageOf(result));
      if (loading && (await loading)) continue;
      state = result.state;
      lines.push(...result.replies);
      const calls = result.actions.flatMap((action) => (action.do === 'call' ? [action.call] : []));
      if (calls.length > 0 && round <= ROUNDS && !turn.isStale()) {
        const speech = result.trace.lang ?? locale;
        const results = await Promise.all(calls.map((call) => ask(call, turn, speech)));
        input = { kind: 'results', results, at: options.now() };
        continue;
      }
      const asked = options.assist?.({
        state: before,
        input,
        embedded: result,
        orders: async () => (options.history ? shownOrders(options.history, turn.record) : []),
        names: turn.record.name === undefined ? [] : [turn.record.name],
        isStale: turn.isStale,
        answer: (settled) => ({ ...answerOf(settled), lines: settled.replies }),
      });
      return asked ?? answerOf(result);
    }
  };
}
