import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../../server/src/shops/load-folder.ts';
import { createFlows } from '../src/flows/engine.ts';
import { buildKnowledge, type DialogueState, INITIAL_STATE, type Knowledge, turn } from '../src/index.ts';
import { show } from './timeline.ts';

/** What a good shop assistant would do; every named thing must hold. */
export interface Want {
  /** Id of the merchant's answer that is given. */
  readonly answer?: string;
  /** Words in the label of the reply's source. */
  readonly source?: string;
  /** Words in one of the text replies. */
  readonly says?: string;
  /** Products that must be shown. */
  readonly shows?: readonly string[];
  /** What the first shown product is. */
  readonly first?: string;
  /** What every shown product is; at least one is shown. */
  readonly only?: string;
  /** Highest price of every shown product, in yuan. */
  readonly max?: number;
  /** `person`, `ask`, `unknown`, `orders` or `talk`, several by `|`. */
  readonly outcome?: string;
  readonly and?: Want;
}

/** Messages that follow each other, each with the outcomes that are right. */
export interface ShopperTalk {
  readonly locale: string;
  readonly about?: string;
  readonly turns: readonly { readonly say: string; readonly want: readonly Want[] }[];
}

const flows = createFlows();

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A shop through the server's own loader; undefined when its folder is not there. */
export function shopAt(folder: string, mapping?: string): Knowledge | undefined {
  if (!existsSync(file(folder))) return undefined;
  return buildKnowledge(
    loadFolder(file(folder), mapping === undefined ? undefined : file(mapping)).knowledge,
    undefined,
    () => flows,
  );
}

/** Reads a fixture of talks. */
export const talksOf = (name: string): readonly ShopperTalk[] =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as readonly ShopperTalk[];

type Result = ReturnType<typeof turn>;

function outcomeOf({ trace, actions, replies }: Result): string {
  if (actions.some((action) => action.do === 'handoff')) return 'person';
  if (actions.some((action) => action.do === 'call') || trace.decision === 'sign-in') return 'orders';
  if (['clarify', 'which-product', 'which-kind'].includes(trace.decision)) return 'ask';
  if (replies.some((reply) => 'source' in reply.body && reply.body.source)) return 'claim';
  if (replies.some((reply) => reply.kind === 'products' || reply.kind === 'product')) return 'claim';
  if (['unknown', 'topic-unknown', 'search'].includes(trace.decision)) return 'unknown';
  return 'talk';
}

function meets(want: Want, result: Result): boolean {
  const { replies, trace } = result;
  const texts = replies.flatMap((reply) => ('text' in reply.body && reply.body.text ? [reply.body.text] : []));
  const cards = replies.flatMap((reply) => (reply.kind === 'products' ? reply.body.items : []));
  const named = cards.map((card) => ('title' in card ? `${card.id} ${card.title}` : card.id));
  const like = (pattern: string, text: string | undefined) =>
    text !== undefined && new RegExp(pattern, 'iu').test(text);
  const labels = replies.flatMap((reply) =>
    'source' in reply.body && reply.body.source ? [reply.body.source.label] : [],
  );
  const checks = [
    want.answer === undefined ||
      trace.candidates.some(({ id, kind, used }) => used && kind === 'answer' && id === want.answer),
    want.source === undefined || labels.some((label) => like(want.source ?? '', label)),
    want.says === undefined || texts.some((text) => like(want.says ?? '', text)),
    (want.shows ?? []).every((id) => cards.some((card) => card.id === id)),
    want.first === undefined || like(want.first, named[0]),
    want.only === undefined || (named.length > 0 && named.every((name) => like(want.only ?? '', name))),
    want.max === undefined || (cards.length > 0 && cards.every(({ price }) => price.amount <= (want.max ?? 0) * 100)),
    want.outcome === undefined || want.outcome.split('|').includes(outcomeOf(result)),
    want.and === undefined || meets(want.and, result),
  ];
  return checks.every(Boolean);
}

/** Says the talks to the shop, and tells how many messages had a right outcome and what happened to the others. */
export function judge(talks: readonly ShopperTalk[], knowledge: Knowledge, verbose = false) {
  const wrong: string[] = [];
  const all: string[] = [];
  let right = 0;
  for (const { locale, about, turns } of talks) {
    let state: DialogueState = INITIAL_STATE;
    for (const { say, want } of turns) {
      const result = turn(
        state,
        { kind: 'message', text: say, locale, about, shopper: { signedIn: false }, at: 0 },
        knowledge,
      );
      state = JSON.parse(JSON.stringify(result.state)) as DialogueState;
      const line = [
        `${say} → ${result.trace.decision}`,
        ...result.replies.map(show),
        ...result.actions.map((action) => `! ${action.do}`),
      ].join('\n    ');
      if (want.some((one) => meets(one, result))) right++;
      else wrong.push(`${line}\n    wanted ${JSON.stringify(want)}`);
      if (verbose) all.push(line);
    }
  }
  return { right, total: right + wrong.length, wrong, all };
}
