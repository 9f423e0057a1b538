import type { Participant } from '@xiaoer/core/protocol';
import type { CsvProblem, CsvRow } from './ticket-csv.ts';
import type { TicketChange } from './ticket-event.ts';
import { opId, type Tickets } from './tickets.ts';

/** What became of a file, or would: how many rows open a ticket, change one, and change nothing. */
export interface Taken {
  readonly opened: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly CsvProblem[];
}

type AgentOf = (name: string) => { readonly id: string; readonly name: string } | undefined;

/** What a row would change of a ticket that is there. */
async function changesOf(
  row: CsvRow,
  tickets: Tickets,
  agentOf: AgentOf,
): Promise<readonly TicketChange[] | CsvProblem> {
  const { line, number = '', state, priority, group, assignee, outcome, amount, fields } = row;
  const ticket = await tickets.log.get(number);
  if (!ticket) return { line, column: 'number', message: `there is no ticket ${number}` };
  const agent = assignee === undefined ? undefined : agentOf(assignee);
  if (assignee !== undefined && !agent) return { line, column: 'assignee', message: `there is no agent ${assignee}` };
  const changes: TicketChange[] = [];
  const other = Object.fromEntries(
    Object.entries(fields).filter(([id, value]) => String(ticket.fields[id] ?? '') !== value),
  );
  if (Object.keys(other).length > 0 || (priority !== undefined && priority !== ticket.priority))
    changes.push({ kind: 'edited', body: { fields: other, priority } });
  if ((group !== undefined && group !== ticket.group) || (agent && agent.id !== ticket.agent?.id))
    changes.push({ kind: 'assigned', body: { group, agent } });
  if (state !== undefined && state !== ticket.state)
    changes.push({ kind: 'moved', body: { to: state, text: outcome, amount } });
  return changes;
}

/** Does what a file asks for; `dry` only tells. The same file again opens nothing, and changes what is different. */
export async function takeCsv(
  rows: readonly CsvRow[],
  tickets: Tickets,
  author: Participant,
  about: { readonly dry: boolean; readonly locale: string; readonly agentOf: AgentOf },
): Promise<Taken> {
  const { dry, locale, agentOf } = about;
  const taken = { opened: 0, changed: 0, same: 0 };
  const problems: CsvProblem[] = [];
  for (const row of rows) {
    const { line, number, key } = row;
    if (number === undefined) {
      const { type = '', shopper, order, amount, group, priority, fields, assignee } = row;
      const agent = assignee === undefined ? undefined : agentOf(assignee);
      const id = opId('csv', key);
      if (tickets.list().tickets.some((one) => one.openedId === id && one.openedBy.id === author.id)) taken.same += 1;
      else if (dry) taken.opened += 1;
      else {
        const wish = { type, shopper, amount, group, priority, fields, agent, locale, whole: true };
        const done = await tickets.open(
          order === undefined ? wish : { ...wish, order: { id: order, number: order } },
          author,
          id,
        );
        if ('problem' in done) problems.push({ line, column: '', message: done.problem });
        else taken.opened += 1;
      }
      continue;
    }
    const changes = await changesOf(row, tickets, agentOf);
    if (!Array.isArray(changes)) {
      problems.push(changes as CsvProblem);
      continue;
    }
    let failed: string | undefined;
    if (!dry)
      for (const change of changes as readonly TicketChange[]) {
        const ticket = await tickets.log.get(number);
        const done = await tickets.change(number, change, author, opId('csv', key, change.kind, String(ticket?.seq)));
        if ('problem' in done) failed = done.problem;
      }
    if (failed !== undefined) problems.push({ line, column: 'state', message: failed });
    else if (changes.length === 0) taken.same += 1;
    else taken.changed += 1;
  }
  return { ...taken, problems };
}
