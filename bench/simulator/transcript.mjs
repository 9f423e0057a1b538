import { readAloud } from './read-aloud.mjs';

/** One conversation to be read. */
export function transcript({ goal, level, turns, reached, person, failed, wrong }) {
  const talk = turns.flatMap(({ said, answer: { lines, trace, handoff } }) => [
    `  > ${said.text}${said.reply ? `  [${said.reply}]` : ''}`,
    ...lines.map((line) => readAloud(line).replace(/^/gm, '    ')),
    `    (${trace?.decision} ${trace?.confidence} ${trace?.source ?? ''}${handoff ? `, a person: ${handoff.reason}` : ''}; ${(trace?.understood ?? []).join(', ')})`,
  ]);
  return [
    `${goal.id} (${goal.kind}, ${goal.temper}, patience ${goal.patience}, slips ${level}): ${goal.goal}`,
    ...talk,
    `  wanted ${JSON.stringify(goal.reached)}${goal.expectPerson ? ' and a person' : ''}; ${reached ? 'reached' : 'not reached'}, ${person ? 'a person' : 'no person'}${failed ? `: ${failed}` : ''}`,
    ...wrong.map((fact) => `  not in the data: ${fact}`),
    '',
  ].join('\n');
}
