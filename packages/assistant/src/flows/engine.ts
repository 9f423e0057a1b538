import type { Context } from '../dialogue/context.ts';
import type { Flows } from '../dialogue/flows.ts';
import { fnv } from '../dialogue/idempotency-key.ts';
import type { Plan } from '../dialogue/plan.ts';
import { lookAgain } from '../second-look/look-again.ts';
import type { OpenFlow, SlotValue } from '../state.ts';
import { ANSWER_BAND } from '../understanding/bands.ts';
import { intentOf } from '../understanding/understanding.ts';
import { advance, close, line, noted, plan, type Run } from './advance.ts';
import { again, answerIn, listOrders, pending } from './answer.ts';
import type { Flow } from './flow.ts';
import { LINES } from './lines.ts';
import { readSlot } from './read-slot.ts';
import { withAnswer, withOrders } from './results.ts';
import { SHIPPED_FLOWS } from './shipped/index.ts';
import type { World } from './world.ts';

const FINISH = /先办完|办完这个|继续|接着办|finish|the first|this first/;
const SWITCH = /先办那个|换|切换|新的|switch|the other|the second|go on to|new one/;

/** The flows of a shop: its own, and of the shipped ones those that it has not replaced by an id of the same name. */
export function createFlows(own: readonly Flow[] = []): Flows {
  const flows = new Map<string, Flow>([...SHIPPED_FLOWS, ...own].map((flow) => [flow.id, flow]));
  const marks = new Map(own.map((flow) => [flow.id, fnv(JSON.stringify(flow)).slice(0, 8)]));
  const titleOf = (id: string) => flows.get(id)?.title ?? id;

  /** The merchant has changed the flow since it was begun: neither its steps nor what was filled in are those of now. */
  const isChanged = ({ flow, made }: OpenFlow): boolean => marks.get(flow) !== made;

  /** What a sentence says of slots that nobody has asked for yet. */
  function toldOf(flow: Flow, filled: OpenFlow['slots'], context: Context): Record<string, SlotValue> {
    const timeZone = context.knowledge.source.shop.timeZone ?? 'UTC';
    const slots: Record<string, SlotValue> = { ...filled };
    for (const [name, slot] of Object.entries(flow.slots ?? {})) {
      const value = slots[name] ?? readSlot(name, slot, { context, asked: false, units: [], timeZone });
      if (value) slots[name] = value;
    }
    return slots;
  }

  /**
   * A changed flow is gone through from its beginning. What was done in it keeps its key, so that nothing is done twice; and
   * no yes of before agrees to what was not shown.
   */
  function fromStart(run: Run, context: Context): Plan {
    const { flow, open } = run;
    const { message, said } = context;
    if (Math.max(intentOf(said, 'abort'), intentOf(said, 'no')) >= ANSWER_BAND)
      return close(run, [line(run, flow.cancelled ?? LINES.cancelled)]);
    const anew: OpenFlow = {
      flow: flow.id,
      made: marks.get(flow.id),
      begun: open.begun,
      seen: message.at,
      at: 0,
      waits: '',
      slots: toldOf(flow, {}, context),
      way: [],
      tries: 0,
      ...(open.guest ? { guest: true } : {}),
      ...(open.under ? { under: open.under } : {}),
    };
    return advance({ ...run, open: anew, lines: [line(run, LINES.changed)] }, 0, said.slots.orderNumber);
  }

  function runOf(open: OpenFlow, world: World): Run | undefined {
    const flow = flows.get(open.flow);
    return flow && { flow, open, world, lines: [], titleOf };
  }

  const engine: Flows = {
    has: (id) => flows.has(id),

    begin(start, context, confidence, order) {
      const { message, said, knowledge } = context;
      const world: World = { knowledge, signedIn: message.shopper.signedIn, at: message.at };
      const flow = flows.get(start.id);
      if (!flow)
        return {
          decision: 'unknown',
          confidence: 0,
          steps: [{ step: 'unknown', again: false, answers: [] }],
          failed: true,
        };
      const made = marks.get(flow.id);
      const open: OpenFlow = {
        flow: flow.id,
        ...(made === undefined ? {} : { made }),
        begun: message.at,
        seen: message.at,
        at: 0,
        waits: '',
        slots: Object.fromEntries(
          Object.entries(start.sets).map(([name, v]) => [name, { v, from: 'begun', sure: 1 } satisfies SlotValue]),
        ),
        way: [],
        tries: 0,
        ...(message.shopper.signedIn ? {} : { guest: true }),
      };
      const run: Run = { flow, open, world, lines: [], titleOf };
      if (flow.needs === 'signed-in' && !message.shopper.signedIn)
        return plan(run, [line(run, flow.signIn ?? LINES.signIn, { person: true })], context.state.flow, {
          decision: 'sign-in',
          confidence,
        });
      // What the very first sentence says is kept, so that it need not be typed twice.
      const slots = toldOf(flow, open.slots, context);
      const begun = advance({ ...run, open: { ...open, slots } }, 0, order ?? said.slots.orderNumber);
      return { ...begun, confidence };
    },

    run(open, context, interrupted) {
      const { message, said, knowledge } = context;
      const world: World = { knowledge, signedIn: message.shopper.signedIn, at: message.at };
      const run = runOf({ ...open, seen: message.at }, world);
      if (!run) return undefined;
      const value = message.reply?.value;
      const { text, question } = said.normal;
      if (open.rests) {
        const on =
          value === 'flow:resume' || (!question && (intentOf(said, 'yes') >= ANSWER_BAND || FINISH.test(text)));
        const off =
          value === 'flow:drop' || intentOf(said, 'no') >= ANSWER_BAND || intentOf(said, 'abort') >= ANSWER_BAND;
        if (on) return isChanged(open) ? fromStart(run, context) : again(run, { ...run.open, rests: undefined });
        return off ? close(run, [line(run, run.flow.cancelled ?? LINES.cancelled)]) : undefined;
      }
      if (open.rival) {
        const { rival, ...mine } = run.open;
        const start = { id: open.rival.flow, sets: open.rival.sets, needsSignIn: false };
        if (value === 'flow:switch' || (!question && SWITCH.test(text))) {
          const begun = engine.begin(start, context, 1);
          const { under: _, ...kept } = mine;
          return begun.state?.flow && begun.decision !== 'sign-in'
            ? { ...begun, state: { ...begun.state, flow: { ...begun.state.flow, under: kept } } }
            : { ...begun, state: { ...begun.state, flow: mine } };
        }
        if (isChanged(open)) return fromStart({ ...run, open: mine }, context);
        if (value === 'flow:finish' || FINISH.test(text)) return again({ ...run, open: mine });
        return answerIn({ ...run, open: mine }, context, interrupted) ?? undefined;
      }
      if (isChanged(open)) return interrupted ? undefined : fromStart(run, context);
      return answerIn(run, context, interrupted);
    },

    results(open, result, at, knowledge, number) {
      const run = runOf(open, { knowledge, signedIn: open.guest !== true, at });
      if (!run || isChanged(open)) return undefined;
      return open.waits === 'call' ? withAnswer(run, result) : withOrders(run, result, number);
    },

    aside(open, aside, at, knowledge) {
      const run = runOf(open, { knowledge, signedIn: open.guest !== true, at });
      if (!run || aside.actions || isChanged(open)) return aside;
      if (run.flow.slots?.[open.waits]?.type !== 'order') return { ...aside, steps: [...aside.steps, ...pending(run)] };
      const { actions, state } = listOrders(run, open);
      return { ...aside, actions, state: { ...aside.state, ...state } };
    },

    takesText(open) {
      if (isChanged(open)) return false;
      const type = flows.get(open.flow)?.slots?.[open.waits]?.type;
      return type === 'text' || type === 'address' || type === 'pictures';
    },

    noted(open, at, knowledge) {
      const run = runOf(open, { knowledge, signedIn: open.guest !== true, at });
      return run && !isChanged(open) ? [noted(run)] : [];
    },

    rival(open, other, context) {
      const { message, knowledge } = context;
      const run = runOf(
        { ...open, seen: message.at },
        { knowledge, signedIn: message.shopper.signedIn, at: message.at },
      );
      const values = { mine: { words: titleOf(open.flow) }, other: { words: titleOf(other.id) } };
      const chips = [
        { label: LINES.finish, value: 'flow:finish' },
        { label: LINES.change, value: 'flow:switch' },
      ];
      const steps: Plan['steps'] = [{ step: 'flow', text: LINES.rival, values, chips }];
      return run
        ? plan(run, steps, { ...run.open, rival: { flow: other.id, sets: other.sets } })
        : { decision: 'flow', confidence: 1, steps, state: { flow: undefined } };
    },

    lookAgain,

    offer: (id) => [
      {
        step: 'flow',
        text: LINES.offer,
        values: { other: { words: titleOf(id) } },
        chips: [{ label: LINES.offered, value: `begin:${id}` }],
      },
    ],
  };
  return engine;
}
