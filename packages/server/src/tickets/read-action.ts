import * as v from 'valibot';
import { PRIORITIES, STATES } from './ticket.ts';
import type { TicketChange } from './ticket-event.ts';

const text = v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'write at most 2000 characters'));
const said = v.pipe(text, v.minLength(1, 'write something'));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const money = v.object({
  amount: v.pipe(v.number(), v.integer('write a whole number of minor units')),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});

const Action = v.variant('do', [
  v.object({ do: v.literal('move'), to: v.picklist(STATES), text: v.optional(text), amount: v.optional(money) }),
  v.object({
    do: v.literal('assign'),
    group: v.optional(v.nullable(name)),
    agent: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(128)))),
  }),
  v.object({
    do: v.literal('edit'),
    fields: v.optional(v.record(v.string(), v.unknown())),
    priority: v.optional(v.picklist(PRIORITIES)),
    amount: v.optional(money),
  }),
  v.object({ do: v.literal('comment'), text: said }),
  v.object({ do: v.literal('tell'), text: said }),
]);

/** What an agent wants done with a ticket. */
export type TicketAction = v.InferOutput<typeof Action>;

/** An action, or what is wrong with it. */
export function readAction(value: unknown): TicketAction | { readonly wrong: string } {
  const read = v.safeParse(Action, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const at = issue.path?.map(({ key }) => String(key)).join('.');
  return { wrong: at ? `${at}: ${issue.message}` : issue.message };
}

/** The change that an action makes, where everything that it names is there. Fields are checked by who knows the type. */
export function changeOf(
  action: Exclude<TicketAction, { readonly do: 'edit' }>,
  agentOf: (id: string) => { readonly id: string; readonly name: string } | undefined,
): TicketChange | undefined {
  switch (action.do) {
    case 'move':
      return { kind: 'moved', body: { to: action.to, text: action.text, amount: action.amount } };
    case 'assign': {
      const { group, agent } = action;
      if (agent === undefined || agent === null) return { kind: 'assigned', body: { group, agent } };
      const found = agentOf(agent);
      return found && { kind: 'assigned', body: { group, agent: { id: found.id, name: found.name } } };
    }
    case 'comment':
      return { kind: 'commented', body: { text: action.text } };
    case 'tell':
      return { kind: 'told', body: { text: action.text } };
  }
}
