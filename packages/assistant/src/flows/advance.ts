import type { Address } from '@xiaoer/core/protocol';
import { fnv, idempotencyKey } from '../dialogue/idempotency-key.ts';
import type { Plan, Step } from '../dialogue/plan.ts';
import type { Localized } from '../knowledge/knowledge-source.ts';
import type { OpenFlow, SlotValue } from '../state.ts';
import type { ToolCall } from '../turn.ts';
import { canDo, holds } from './condition.ts';
import type { Flow, FlowStep, Slot } from './flow.ts';
import { LINES } from './lines.ts';
import { OWN_TOOLS } from './own-tools.ts';
import type { FlowChip } from './shown.ts';
import { said, valueAt, type World } from './world.ts';

/** Steps in one turn: a flow that the validator let through needs far fewer. */
const MOST_STEPS = 60;

/** A flow in one turn: where it stands, what it may look at, and what was said so far. */
export interface Run {
  readonly flow: Flow;
  readonly open: OpenFlow;
  readonly world: World;
  readonly lines: readonly Step[];
  readonly titleOf: (id: string) => Localized;
}

/** One name or several, as a list. */
export const list = (names: string | readonly string[]): readonly string[] => [names].flat() as readonly string[];

/** A line of a flow with its values as they are now. */
export const line = (
  { flow, open, world }: Run,
  text: Localized,
  more: { readonly chips?: readonly FlowChip[]; readonly person?: boolean } = {},
): Step => ({ step: 'flow', ...said(text, flow, open.slots, world), ...more });

/** A plan that leaves the flow open, or closed when `open` is undefined. */
export const plan = (
  { flow }: Run,
  steps: readonly Step[],
  open: OpenFlow | undefined,
  more: Partial<Plan> = {},
): Plan => ({
  decision: 'flow',
  confidence: 1,
  source: flow.id,
  steps,
  used: [flow.id],
  ...more,
  state: { pending: undefined, ...more.state, flow: open },
});

/** Where a step goes on: the index of the label, the end, or the next one. */
function target(flow: Flow, label: string | undefined, at: number): number {
  if (label === undefined) return at + 1;
  const index = label === 'end' ? -1 : flow.steps.findIndex(({ id }) => id === label);
  return index < 0 ? flow.steps.length : index;
}

/** Closes a flow; one that waited under it is asked for again. */
export function close(run: Run, steps: readonly Step[], more: Partial<Plan> = {}): Plan {
  const { under } = run.open;
  if (!under || more.actions) return plan(run, steps, undefined, more);
  const ask: Step = {
    step: 'flow',
    text: LINES.rests,
    values: { mine: { words: run.titleOf(under.flow) } },
    chips: [
      { label: LINES.resume, value: 'flow:resume' },
      { label: LINES.drop, value: 'flow:drop' },
    ],
  };
  return plan(run, [...steps, ask], { ...under, seen: run.world.at, rests: true }, more);
}

/** What was filled in, for the person who takes over. */
export function noted({ flow, open, world }: Run): Step {
  const rows = Object.entries(flow.slots ?? {}).flatMap(([name, { label }]) => {
    const { values } = said(`{${name}}`, flow, open.slots, world);
    const value = values[name];
    return value === undefined ? [] : [{ label, value }];
  });
  return { step: 'flow-noted', rows };
}

/** Gives the task with all that is known to a person. */
export const handOver = (run: Run, text: Localized): Plan =>
  plan(run, [...run.lines, line(run, text), noted(run)], undefined, {
    decision: 'handoff',
    actions: [{ do: 'handoff', reason: 'guard' }],
  });

/** A sign of what a yes agrees to: the button of an earlier question agrees to nothing else. */
export const agreed = ({ flow, begun, slots }: OpenFlow): string =>
  fnv(JSON.stringify([flow, begun, Object.entries(slots).map(([name, { v }]) => [name, v])])).slice(0, 8);

/** The whole address is replaced, so who receives it goes along and is shown before the yes. */
function complete(flow: Flow, slots: OpenFlow['slots']): OpenFlow['slots'] {
  const named = (type: Slot['type']) => Object.keys(flow.slots ?? {}).find((name) => flow.slots?.[name]?.type === type);
  const [order, address] = [named('order'), named('address')];
  const to = address === undefined ? undefined : slots[address];
  if (order === undefined || address === undefined || !to) return slots;
  const { name, phone } = (slots[order]?.v ?? {}) as { readonly name?: string; readonly phone?: string };
  const whole = { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(to.v as Address) };
  return { ...slots, [address]: { ...to, v: whole } };
}

/** The question that a slot is asked with. */
export function question(run: Run, name: string, retry = false): Step {
  const slot = run.flow.slots?.[name];
  const chips: FlowChip[] =
    slot?.type === 'choice'
      ? slot.options.map(({ label, value }) => ({ label, value: `set:${name}:${value}` }))
      : slot?.type === 'pictures' && slot.min === 0
        ? [{ label: LINES.none, value: `set:${name}:none` }]
        : [];
  return line(run, (retry ? slot?.retry : undefined) ?? slot?.ask ?? '', { chips });
}

/** The question before a write, with its two buttons. */
export const confirmation = (run: Run, text: Localized): Step =>
  line(run, text, {
    chips: [
      { label: LINES.yes, value: `flow:yes:${agreed(run.open)}` },
      { label: LINES.no, value: 'flow:no' },
    ],
  });

/** Names that a step asks for and that nothing has filled. */
export const missing = (step: FlowStep | undefined, slots: OpenFlow['slots']): readonly string[] =>
  step && 'ask' in step ? list(step.ask).filter((name) => !slots[name]) : [];

const argsOf = ({ open, world }: Run, step: Extract<FlowStep, { call: string }>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(step.with ?? {}).map(([name, path]) => [name, valueAt(path, open.slots, world)]));

function callOf(run: Run, step: Extract<FlowStep, { call: string }>): ToolCall {
  const { flow, open } = run;
  const args = argsOf(run, step);
  if (step.call === 'orders.list') return { tool: 'orders.list', args: {} };
  const order = String(args['order'] ?? '');
  if (step.call === 'orders.get') return { tool: 'orders.get', args: { order } };
  const key = idempotencyKey(flow.id, open.begun, [step.call, JSON.stringify(args)]);
  return step.call === 'orders.change-address'
    ? { tool: 'orders.change-address', args: { order, address: args['address'] as Address }, key }
    : { tool: 'task', task: step.call, args, ...(step.reads ? {} : { key }) };
}

/** Goes on from a step to the next at which something is waited for. */
export function advance(run: Run, from: number, number?: string): Plan {
  const { flow, world } = run;
  let { open } = run;
  let at = from;
  const lines = [...run.lines];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = flow.steps[at];
    const here: Run = { ...run, open, lines };
    if (!step) return close(here, lines);
    if ('ask' in step) {
      const [name] = missing(step, open.slots);
      const slot = name === undefined ? undefined : flow.slots?.[name];
      if (name === undefined || !slot) {
        at = target(flow, step.next, at);
        continue;
      }
      const waiting = { ...open, at, waits: name, tries: 0 };
      if (slot.type !== 'order') return plan(here, [...lines, question(here, name)], waiting);
      return plan(here, lines, waiting, {
        actions: [{ do: 'call', call: { tool: 'orders.list', args: {} } }],
        state: { pending: { kind: 'flow-orders', ...(number === undefined ? {} : { number }) } },
      });
    }
    if ('say' in step) {
      lines.push(line(here, step.say, { person: step.person ?? false }));
      at = target(flow, step.next, at);
    } else if ('if' in step) at = target(flow, holds(step.if, open.slots, world) ? step.yes : step.no, at);
    else if ('forget' in step) {
      const gone = list(step.forget);
      open = {
        ...open,
        slots: Object.fromEntries(Object.entries(open.slots).filter(([name]) => !gone.includes(name))),
      };
      at = target(flow, step.next, at);
    } else if ('confirm' in step) {
      const next = flow.steps[target(flow, step.yes, at)];
      // What cannot be done is not asked for: a yes would be followed by «I cannot».
      if (next && 'call' in next && !canDo(next.call, world)) return handOver(here, LINES.cannot);
      const waiting = { ...open, slots: complete(flow, open.slots), at, waits: 'confirm', tries: 0 };
      return plan(here, [...lines, confirmation({ ...here, open: waiting }, step.confirm)], waiting);
    } else if ('call' in step) {
      if (!canDo(step.call, world)) return failed(here, step, at, 'unsupported');
      const own = Object.hasOwn(OWN_TOOLS, step.call) ? OWN_TOOLS[step.call]?.(argsOf(here, step), world) : undefined;
      if (own) {
        const waiting: Run = { ...here, open: { ...open, at } };
        return 'error' in own ? failed(waiting, step, at, own.error) : answered(waiting, step, own.values);
      }
      return plan(
        here,
        lines,
        { ...open, at, waits: 'call' },
        {
          actions: [{ do: 'call', call: callOf(here, step) }],
          state: { pending: { kind: 'flow-call' } },
        },
      );
    } else return handOver(here, step.person);
  }
  return close({ ...run, open }, [...lines, line({ ...run, open }, LINES.failed, { person: true })]);
}

/** Goes on after a yes. */
export const agreedTo = (run: Run, step: Extract<FlowStep, { confirm: Localized }>): Plan =>
  advance(run, target(run.flow, step.yes, run.open.at));

/** Goes on after a no; without a way for it the flow is over. */
export const refusedTo = (run: Run, step: Extract<FlowStep, { confirm: Localized }>): Plan =>
  step.no === undefined
    ? close(run, [line(run, run.flow.cancelled ?? LINES.cancelled)])
    : advance(run, target(run.flow, step.no, run.open.at));

/** The question that leads to a call. */
export function beforeCall(flow: Flow, call: number) {
  const at = flow.steps.findLastIndex((step, index) => index < call && 'confirm' in step);
  const step = flow.steps[at];
  return step && 'confirm' in step ? { at, step } : undefined;
}

/** Goes on after a tool's error. */
export function failed(run: Run, step: Extract<FlowStep, { call: string }>, at: number, code: string): Plan {
  const { flow } = run;
  const known = code !== 'unsupported' && code !== 'unsure';
  const label = step.errors?.[code] ?? (known ? step.errors?.['failed'] : undefined);
  if (label !== undefined) return advance(run, target(flow, label, at));
  if (code === 'unsupported') return handOver(run, LINES.cannot);
  const again = code === 'unsure' ? beforeCall(flow, at) : undefined;
  if (again) {
    // The question stands again: a yes acts under the same key, so that what was done is not done twice.
    const waiting = { ...run, open: { ...run.open, at: again.at, waits: 'confirm', tries: 0 } };
    const steps = [...run.lines, line(run, LINES.unsure, { person: true }), confirmation(waiting, again.step.confirm)];
    return plan(run, steps, waiting.open);
  }
  return close(run, [...run.lines, line(run, LINES.failed, { person: true })]);
}

/** Goes on after a tool's answer. */
export function answered(
  run: Run,
  step: Extract<FlowStep, { call: string }>,
  values: Readonly<Record<string, unknown>> | undefined,
): Plan {
  const { open, flow } = run;
  const value: SlotValue | undefined = values && { v: values, from: 'shop', sure: 1 };
  const slots = step.into !== undefined && value ? { ...open.slots, [step.into]: value } : open.slots;
  return advance({ ...run, open: { ...open, slots } }, target(flow, step.next, open.at));
}
