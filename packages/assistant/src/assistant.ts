import { isObject } from '@xiaoer/core/protocol';
import { briefOf, triedWith } from './brief.ts';
import { LOAD_FLOWS } from './dialogue/begin-flow.ts';
import { bringPerson } from './dialogue/handoff.ts';
import { tellOrders } from './dialogue/orders.ts';
import { offeredBy, type Plan } from './dialogue/plan.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { composingFor } from './reply/composing.ts';
import { remember } from './reply/said-before.ts';
import { DEFAULT_STAGES, type Stages } from './stages.ts';
import { type DialogueState, INITIAL_STATE } from './state.ts';
import { languageOf } from './text/language.ts';
import { traceOf } from './trace.ts';
import type { TurnInput, TurnResult } from './turn.ts';
import { isUpset } from './understanding/mood.ts';
import { readCard } from './understanding/read-card.ts';
import { understand } from './understanding/understand.ts';
import type { Understanding } from './understanding/understanding.ts';

/** One turn: pure, synchronous, the same for the same input. */
export type Turn = (state: DialogueState, input: TurnInput, knowledge: Knowledge) => TurnResult<DialogueState>;

/** What to do with the results of a call; `undefined` when nothing waits for them. */
function planResults(
  { pending, flow }: DialogueState,
  { results, at }: Extract<TurnInput, { kind: 'results' }>,
  knowledge: Knowledge,
): Plan | undefined {
  const [result] = results;
  if (!pending || !result) return undefined;
  const flows = knowledge.flows();
  if (flow && !flows) return LOAD_FLOWS;
  if (pending.kind !== 'order-status')
    return (
      flow && flows?.results(flow, result, at, knowledge, pending.kind === 'flow-orders' ? pending.number : undefined)
    );
  const told = tellOrders(result, pending.number);
  return flow && flows ? flows.aside(flow, told, at, knowledge) : told;
}

const LOST: Plan = {
  decision: 'failed',
  confidence: 0,
  steps: [{ step: 'line', line: 'ordersFailed', person: true }],
  state: { pending: undefined, flow: undefined },
};

/** A flow of another day, or one that another version wrote, is not gone on with: a yes of today means something else. */
const LAPSE_MS = 86_400_000;

function withoutLapsed(state: DialogueState, input: TurnInput): DialogueState {
  const { flow } = state;
  const holds = flow && isObject(flow.slots) && Array.isArray(flow.way) && input.at - flow.seen < LAPSE_MS;
  return flow && !holds ? { ...state, flow: undefined } : state;
}

/** The mood of a turn, as much of it as the next one needs. */
const moodOf = ({ mood: { valence, anger } }: Understanding) => ({
  valence: Math.round(valence * 100) / 100,
  anger: Math.round(anger * 100) / 100,
});

/** Absent and undefined are the same, so that a state survives its way through JSON unchanged. */
function plain(state: DialogueState): DialogueState {
  return Object.fromEntries(
    Object.entries(state).filter(([, value]) => value !== undefined),
  ) as unknown as DialogueState;
}

/** Wires the stages to a turn. Replace any of them by spreading {@link DEFAULT_STAGES}. */
export function createTurn(stages: Stages = DEFAULT_STAGES): Turn {
  return (given, sent, knowledge) => {
    // A state that another version wrote is not guessed at: the conversation goes on from its beginning.
    const read = given?.v === 1 && typeof given.failures === 'number' ? given : INITIAL_STATE;
    const state = withoutLapsed(read, sent);
    const { input, card } = readCard(sent, knowledge);
    const said = input.kind === 'message' ? understand(input, state, knowledge, stages) : undefined;
    const lang = said?.lang ?? state.lang ?? languageOf('locale' in input ? input.locale : 'en');
    let plan: Plan;
    if (input.kind === 'message' && said) plan = stages.decide({ state, message: input, said, knowledge, card });
    else if (input.kind === 'returned')
      plan = {
        decision: 'returned',
        confidence: 1,
        source: input.reason,
        steps: [{ step: 'returned', reason: input.reason }],
        state: {
          failures: 0,
          last: undefined,
          ...(input.reason === 'timeout' || input.reason === 'nobody' ? { bounced: true as const } : {}),
        },
      };
    else plan = (input.kind === 'results' ? planResults(state, input, knowledge) : undefined) ?? LOST;
    if (input.kind === 'results' && plan.failed && state.failures > 0 && !plan.actions)
      plan = bringPerson('failures', undefined, 0);

    if (plan === LOAD_FLOWS)
      return {
        state: read,
        replies: [],
        actions: LOAD_FLOWS.actions ?? [],
        trace: traceOf(plan, said, lang, knowledge),
      };
    const handed = plan.actions?.some((action) => action.do === 'handoff') ?? false;
    const tried = said ? triedWith(state.tried, said, plan.draft ?? plan) : (state.tried ?? []);
    const next = plain({
      ...state,
      lang,
      last: undefined,
      asked: undefined,
      pending: undefined,
      offered: offeredBy(plan),
      brief: undefined,
      ...(said ? { tried, mood: moodOf(said) } : {}),
      // Once somebody has come, nobody has stayed away.
      ...(input.kind === 'returned' && input.reason === 'agent' ? { bounced: undefined } : {}),
      ...plan.state,
      v: 1,
      failures: handed || !plan.failed ? 0 : state.failures + 1,
    });
    const occasion = { knowledge, lang, said: state.said, upset: isUpset(said) };
    const replies = stages.compose(plan, occasion);
    const draft = plan.draft ? stages.compose(plan.draft, occasion) : [];
    const brief = handed ? briefOf(plan, said, tried, next, draft, composingFor(occasion)) : undefined;
    // A turn that waits for a port has said nothing yet.
    return {
      state: {
        ...next,
        ...(replies.length > 0 ? { said: remember(replies, state.said) } : {}),
        ...(brief ? { brief } : {}),
      },
      replies,
      actions: plan.actions ?? [],
      trace: traceOf(plan, said, lang, knowledge),
    };
  };
}

/** One turn with the embedded engine. */
export const turn: Turn = createTurn();
