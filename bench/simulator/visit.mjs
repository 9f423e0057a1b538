import { hasAnswer, isReached } from './judge.mjs';
import { NOW } from './open-shop.mjs';
import { orderCards, spoken } from './read-aloud.mjs';
import { createShopper, writes } from './shopper.mjs';

/** What the shopper sees of an answer beside its words. */
const heardOf = ({ lines, trace }) => ({
  text: lines.map(spoken).join('\n'),
  options: lines.flatMap(({ kind, body }) => (kind === 'choices' ? body.options : [])),
  orders: lines.filter(({ kind }) => kind === 'orders').flatMap(orderCards),
  waits: trace?.state?.flow?.waits,
});

/**
 * One shopper's conversation from his first line until he has what he came for, is given to a person, or leaves. Resolves
 * with every turn, `reached` (he read the answer before any person came) and `person` (he was handed over).
 */
export async function visit(goal, { shop, respond, forget }, level, random) {
  forget();
  const locale = goal.language === 'zh' ? 'zh-CN' : 'en';
  const shopper = createShopper(goal, level, random);
  const record = {
    id: `${goal.id}-${level}`.padEnd(22, '0').slice(0, 22),
    shop: shop.id,
    subject: goal.shopper ? `user:${goal.shopper}` : 'visitor',
    createdAt: NOW,
    locale,
  };
  const turns = [];
  const read = [];
  let state;
  let heard;
  let person = false;
  let reached = false;
  // Who has read the answer goes; who changes something first sees it through to its end.
  const satisfied = () => reached && !goal.expectPerson && !(writes(goal) && heard.waits !== undefined);
  while (!person && !satisfied()) {
    const said = shopper.next(heard);
    if (said === undefined) break;
    const seq = 2 * turns.length + 1;
    const event = {
      seq,
      id: `${goal.id}-${seq}`,
      at: NOW,
      from: { role: 'shopper', id: record.subject },
      kind: 'text',
      body: { text: said.text, ...(said.reply ? { reply: { to: seq - 1 || 1, value: said.reply } } : {}) },
    };
    const answer = await respond({ record, events: [event], state, isStale: () => false });
    state = answer.trace?.state;
    heard = heardOf(answer);
    read.push(...answer.lines);
    person = answer.handoff !== undefined;
    turns.push({ said, answer });
    reached = hasAnswer(goal) && isReached(goal, read);
  }
  return { goal, level, turns, reached: reached && (goal.expectPerson || !person), person };
}
