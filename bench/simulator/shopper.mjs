import { withSlips } from './slips.mjs';

/** Letters and characters alone. */
const plain = (text) => text.toLowerCase().replace(/[\s\p{P}]/gu, '');

const pairs = (text) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));

/** Share of a label's pairs of characters that stand in a text. */
function shareIn(label, text) {
  const own = pairs(plain(label));
  if (own.size === 0) return 0;
  const all = pairs(plain(text));
  return [...own].filter((pair) => all.has(pair)).length / own.size;
}

/** How much of a button a shopper must recognise before he presses it. */
const ALIKE = 0.45;

/** Turns after which anybody leaves. */
const MOST_TURNS = 12;

/** What a slot of a flow asks for, by its name, among the things that a shopper knows. */
const KNOWN = [
  [/^(?:order|number)$/, ['订单', 'order', '单号', '订单号']],
  [/^address$/, ['新地址', 'new address', '地址', 'address']],
  [/reason|problem|fault/, ['原因', 'reason', '事由', 'issue', '诉求', 'wants']],
  [/wish|solution/, ['诉求', 'wants']],
  [/contact|phone/, ['电话', 'phone']],
  [/height/, ['身高', 'height']],
  [/weight/, ['体重', 'weight']],
  [/foot|shoe/, ['脚码', 'shoe size']],
  [/item|product|goods|thing/, ['商品', 'product']],
  [/colou?r/, ['颜色', 'colour']],
  [/size/, ['尺寸', 'size', '床', 'bed']],
  [/text|message|topic/, ['事由', 'topic', '诉求', 'wants', '原因', 'reason']],
];

/** What he knows of a thing that is asked for. */
function knows({ answers }, slot) {
  const names = KNOWN.filter(([about]) => about.test(slot)).flatMap(([, list]) => list);
  const found = names.find((name) => answers[name] !== undefined);
  return found === undefined ? undefined : answers[found];
}

/** An address as it is written in one line, with who gets it. */
const wholeAddress = ({ answers }, text) =>
  [text, answers['收件人'] ?? answers['name'], answers['电话'] ?? answers['phone']].filter(Boolean).join('，');

const WRITES = new Set(['change-order', 'cancel', 'return']);

/** Whether he wants something done to an order. */
export const writes = ({ kind }) => WRITES.has(kind);

/** A product without the number in front of it. */
const productOf = ({ answers }) => (answers['商品'] ?? answers['product'])?.replace(/\b\d{7}\s*/g, '');

/** Whether the bot asks for something, by the last thing that it says. */
const asks = (heard) => /[?？][”」"']?\s*$/.test(heard.text);

/**
 * A shopper with a goal. He says his lines in their order; presses a button that speaks of what he wants; tells what he is
 * asked for and knows; names the thing and asks again when his lines are over; takes an offered person when nothing has
 * helped, at once when he is angry; and leaves when his patience is out. What he is asked and can tell costs no patience.
 *
 * `next(heard)` gives his next message, or undefined when he leaves. `heard` is what the bot said: `text`, `options`
 * (label, value), `orders` (cards to pick from) and `waits`, the thing that an open flow asks for.
 */
export function createShopper(goal, level, random) {
  const zh = goal.language === 'zh';
  const lines = goal.says.map((text) => withSlips(text, goal.language, level, random));
  const wants = [goal.goal, ...goal.says, ...Object.values(goal.answers)].join('\n');
  const angry = goal.temper === 'angry';
  const done = new Set();
  let patience = goal.patience;
  let turns = 0;
  let line = 0;

  /** The same thing is told once. */
  const once = (key, move) => {
    if (move === undefined || done.has(key)) return undefined;
    done.add(key);
    return move;
  };
  const pressed = ({ label, value }) => ({ text: label, reply: value });

  function pickOrder({ orders }) {
    const number = knows(goal, 'order');
    const mine = number && orders.find((card) => number.includes(card.number));
    if (!mine) return undefined;
    return once(`order ${mine.id}`, { text: zh ? `订单 ${mine.number}` : `Order ${mine.number}`, reply: mine.id });
  }

  function choose(options) {
    const said = Object.values(goal.answers);
    const rated = options
      .filter(({ label, value }) => value !== 'human' && !value.startsWith('forget:') && !done.has(`press ${label}`))
      .map((option) => {
        const exact = said.some(
          (one) =>
            plain(one).includes(plain(option.label)) || (one.length > 1 && plain(option.label).includes(plain(one))),
        );
        return { option, share: exact ? 1 : shareIn(option.label, wants) };
      })
      .sort((a, b) => b.share - a.share);
    const [best] = rated;
    return best && best.share >= ALIKE ? once(`press ${best.option.label}`, pressed(best.option)) : undefined;
  }

  /** What he answers to what he is asked; undefined when he is not asked or does not know. */
  function told(heard) {
    const { waits, options } = heard;
    const wishes = writes(goal);
    const start = options.find(({ value }) => value.startsWith('begin:') || value === 'flow:resume');
    if (waits === 'confirm') {
      const agree = options.find(({ value }) => value.startsWith(wishes ? 'flow:yes' : 'flow:no')) ?? options[0];
      return agree && once(`confirm ${heard.text}`, pressed(agree));
    }
    if (heard.orders.length > 0) return pickOrder(heard);
    if (waits === 'pictures') {
      const none = options.find(({ value }) => value !== 'human');
      return none && once('pictures', pressed(none));
    }
    if (waits !== undefined) {
      const known = knows(goal, waits);
      const chosen = choose(options);
      if (chosen) return chosen;
      if (known !== undefined)
        return once(`slot ${waits}`, { text: waits === 'address' ? wholeAddress(goal, known) : known });
      const last = options.filter(({ value }) => value !== 'human').at(-1);
      return wishes && last ? once(`slot ${waits}`, pressed(last)) : undefined;
    }
    if (start && wishes) return once(`begin ${start.value}`, pressed(start));
    const chosen = choose(options);
    if (chosen) return chosen;
    const product = productOf(goal);
    if (asks(heard) && product && /哪|which|what (?:is it|are you)/i.test(heard.text))
      return once('product', { text: product });
    return undefined;
  }

  return {
    next(heard) {
      if (turns++ >= MOST_TURNS) return undefined;
      if (heard === undefined) return { text: lines[line++] };
      const person = heard.options.find(({ value }) => value === 'human');
      if (angry && person) return pressed(person);
      const answer = told(heard);
      if (answer) return answer;
      if (--patience > 0 && line < lines.length) return { text: lines[line++] };
      if (person) return pressed(person);
      if (patience <= 0) return undefined;
      const again = lines[line++ % lines.length];
      const product = productOf(goal);
      return { text: product && !again.includes(product) ? `${product} ${again}` : again };
    },
  };
}
