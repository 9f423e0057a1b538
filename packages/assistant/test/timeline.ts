import type { OrderCard } from '@xiaoer/core/protocol';
import { createFlows } from '../src/flows/engine.ts';
import {
  type DialogueState,
  INITIAL_STATE,
  type Knowledge,
  type ToolCall,
  type ToolResult,
  type TurnInput,
  type TurnReply,
  type TurnResult,
  turn,
} from '../src/index.ts';

/** One reply as a string. */
export function show(reply: TurnReply): string {
  switch (reply.kind) {
    case 'text':
      return `text ${reply.body.text}${reply.body.source ? ` ‹${reply.body.source.kind}: ${reply.body.source.label}›` : ''}`;
    case 'choices':
      return `choices ${reply.body.text} [${reply.body.options.map(({ value }) => value).join(' | ')}]${reply.body.source ? ` ‹${reply.body.source.kind}: ${reply.body.source.label}›` : ''}`;
    case 'products':
      return `products ${reply.body.text ?? ''} [${reply.body.items.map(({ id, reason }) => (reason ? `${id}: ${reason}` : id)).join(' | ')}]`;
    case 'product':
      return `product ${reply.body.product}`;
    case 'order':
      return `order ${reply.body.order}${reply.body.text ? ` ${reply.body.text}` : ''}`;
    case 'orders':
      return `orders ${reply.body.text ?? ''} [${reply.body.items.map(({ id }) => id).join(' | ')}]`;
    default:
      return reply.kind;
  }
}

/** A conversation with the assistant that records each turn: what was said, decided and answered. */
export function createTalk(
  given: Knowledge,
  options: {
    readonly locale?: string;
    readonly signedIn?: boolean;
    readonly name?: string;
    /** Level of membership. */
    readonly level?: string | undefined;
    readonly orders?: readonly OrderCard[];
    /** Answers a write; by default it succeeds. */
    readonly write?: (call: ToolCall) => ToolResult;
    /** Tools that the shop carries out beside orders and addresses. */
    readonly tools?: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => object>>;
  } = {},
) {
  const { locale = 'zh-CN', signedIn = true, name, level, orders = [], write, tools = {} } = options;
  const known = (given: Knowledge): Knowledge => {
    const flows = createFlows(given.source.flows);
    return { ...given, flows: () => flows, tools: new Set([...given.tools, ...Object.keys(tools)]) };
  };
  let knowledge = known(given);
  const log: string[] = [];
  const calls: ToolCall[] = [];
  let state: DialogueState = INITIAL_STATE;
  let at = 0;
  let last: TurnResult<DialogueState> | undefined;

  const answer = (call: ToolCall): ToolResult => {
    calls.push(call);
    if (call.tool === 'orders.list') return { tool: 'orders.list', orders };
    if (call.tool === 'task') return { tool: 'task', ...tools[call.task]?.(call.args) } as ToolResult;
    const order = orders.find(({ id }) => id === call.args.order);
    if (!order) return { tool: call.tool, error: 'not-found' };
    if (call.tool === 'orders.get') return { tool: 'orders.get', order };
    return write?.(call) ?? { tool: 'orders.change-address', order: { ...order, address: call.args.address } };
  };

  const run = (input: TurnInput): void => {
    const result = turn(state, input, knowledge);
    // The state travels through the log as JSON; nothing may depend on what JSON loses.
    state = JSON.parse(JSON.stringify(result.state)) as DialogueState;
    last = result;
    log.push(
      `  ${result.trace.decision}${result.replies.length > 0 ? '' : ' …'}`,
      ...result.replies.map((one) => `    ${show(one)}`),
    );
    for (const action of result.actions) {
      if (action.do === 'handoff')
        log.push(`    ! ${action.reason}${action.headStartMs ? ` +${action.headStartMs / 1000}s` : ''}`);
      else if (action.do === 'call') {
        const { call } = action;
        const name = call.tool === 'task' ? call.task : call.tool;
        log.push(`    ? ${name}${'key' in call ? ` ${call.key}` : ''}`);
        run({ kind: 'results', results: [answer(call)], at });
      }
    }
  };

  return {
    log,
    calls,
    get state() {
      return state;
    },
    get last() {
      return last;
    },
    /** The shop knows something else from now on. */
    knows(next: Knowledge) {
      knowledge = known(next);
      return this;
    },
    /** Lets time pass. */
    wait(ms: number) {
      at += ms;
      return this;
    },
    /** Presses a button under what was said last, by its value or the beginning of it. */
    press(value: string) {
      const offered = (last?.replies ?? []).flatMap((reply) =>
        reply.kind === 'choices'
          ? reply.body.options
          : reply.kind === 'orders'
            ? reply.body.items.map(({ id, number }) => ({ value: id, label: number }))
            : [],
      );
      const chip = offered.find((one) => one.value === value) ?? offered.find((one) => one.value.startsWith(value));
      if (!chip) throw new Error(`there is no button ${value} among ${offered.map((one) => one.value).join(', ')}`);
      return this.say(chip.label, { value: chip.value });
    },
    say(
      text: string,
      more: {
        readonly about?: string;
        readonly value?: string;
        readonly order?: string;
        readonly pictures?: readonly string[];
        readonly after?: number;
      } = {},
    ) {
      log.push(`> ${text}`);
      const { about, value, order, pictures, after = 1_000 } = more;
      at += after;
      const reply =
        value === undefined ? undefined : { to: 1, value, ...(order === undefined ? {} : { values: { order } }) };
      run({
        kind: 'message',
        text,
        locale,
        at,
        shopper: { signedIn, ...(name === undefined ? {} : { name }), ...(level === undefined ? {} : { level }) },
        ...(about === undefined ? {} : { about }),
        ...(reply ? { reply } : {}),
        ...(pictures ? { pictures } : {}),
      });
      return this;
    },
    returned(reason: 'timeout' | 'shopper' | 'agent' | 'nobody') {
      log.push(`< returned ${reason}`);
      run({ kind: 'returned', reason, locale, at });
      return this;
    },
  };
}
