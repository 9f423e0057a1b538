/** What each kind is for, and what its buttons ask for. In the order of the page. */
const ABOUT = {
  text: 'Words with a small safe markup, and where an answer is from.',
  choices:
    'A question with chips: one tab stop, arrow keys between them. A press answers with the label. Typing something else lets them rest.',
  form: 'Questions to fill in. A slip is named at its field with what to do; the first one gets the focus; what was typed stays.',
  article: 'A longer text, folded to three lines at first.',
  notice: 'A line of the house.',
  closed: 'The end of a conversation.',
  handoff: 'Who speaks: waiting with the live place, joined, nobody there with a message to leave.',
  rating: 'Five stars as radio buttons, in words too, and what stood out. Given, it can be changed.',
  product:
    'One product. **Choose a variant** asks the page by `variant:choose`, **Add to cart** by `cart:add`; its name by `product:view`.',
  products: 'Products side by side, each with the reason why it fits. The same buttons, a card in hand by arrow keys.',
  comparison:
    'Two to four products as a true table. The better value is bold and named for screen readers. From three on it scrolls with fixed heads.',
  'size-advice':
    'Asks for measures and marks the row of the maker’s table while one types. **Take M** answers with the size and the measures.',
  order:
    'One order. Its buttons ask the page first: `order:pay`, `order:confirm`, `order:track`, `order:address`, `order:cancel`, `order:return`.',
  orders: 'Which order is it about? Radio rows; **Another order** answers with an empty value.',
  coupon:
    'A ticket. **Claim** asks the page by `coupon:claim`; claimed, its code can be copied. What has ended is grey and has no button.',
  promotion:
    'What it costs step by step, and the rule that did not apply. A total that is not the sum of its steps is not drawn.',
  shipment: 'The way of a parcel, what is wrong with it, and what is offered for that. An offer is taken once.',
  return:
    'What goes back, why, pictures of it, what is paid back and who pays the parcel. Each picture is a message of its own, sent when it is chosen. Sending asks the page by `return:start`.',
  image:
    'A picture in a place of the right size. Its link is asked for when it comes into sight; pressing it shows it over everything: focus in and back, Escape, own size by scrolling.',
  voice:
    'A recording: play, level, a slider to seek in (arrow keys a moment or a second, Page keys five), words where there are any. Nothing is fetched before it is played; one plays at a time.',
  file: 'A file to download. Its link is asked for when it is pressed.',
  sticker: 'A sticker of the pack `waiter`, named in the reader’s language. Stickers of other packs show their name.',
};

const FACES = { dark: 'dark', rtl: 'right to left', 360: '360 px' };

/**
 * The page `docs/content-kinds.md`, from the samples.
 *
 * @param {readonly { kind: string, state: string, content: { body: object } }[]} samples
 * @param {(content: object) => string} fallback a message in plain text
 */
export function contentKinds(samples, fallback) {
  const kinds = [...new Set(samples.map(({ kind }) => kind))];
  const missing = kinds.filter((kind) => !(kind in ABOUT));
  if (missing.length > 0) throw new Error(`scripts/content-kinds.mjs says nothing about ${missing.join(', ')}`);
  const section = (kind) => {
    const states = samples.filter((sample) => sample.kind === kind);
    const [first] = states;
    const faces = Object.entries(FACES).map(([face, words]) => `[${words}](pictures/${kind}-${face}.png)`);
    const plain = fallback(first.content);
    return [
      `## ${kind}`,
      ABOUT[kind],
      `![${kind}: ${states.map(({ state }) => state).join(', ')}](pictures/${kind}-light.png)`,
      `Also ${faces.join(', ')}. States: ${states.map(({ state }) => state).join(', ')}.`,
      `\`\`\`json\n${JSON.stringify(first.content.body, null, 2)}\n\`\`\``,
      ...(plain ? [`In plain text:\n\n\`\`\`\n${plain}\n\`\`\``] : []),
    ].join('\n\n');
  };
  return `# Kinds of messages

Every kind that a shopper sees, with its data and its states. What a field means and who may send it is in [protocol.md](protocol.md#messages).
This page and its pictures are made by \`npm run pictures\` from \`packages/widget/src/content/samples\`.

**What a button does.** It asks the page first, by an event that can be cancelled (\`xiaoer('on', 'coupon:claim', …)\`, or \`xiaoer:coupon:claim\` on the
element). A listener answers \`true\`, or \`{ ok, reason }\`, or a promise of it; a DOM listener calls \`preventDefault()\` or \`respondWith(answer)\`. The card shows how it ended: done,
or not and why. What nobody answers goes to the server as a message with \`reply\`, so that bot or agent acts on it; \`cart:add\` alone has nobody else to ask.

**States.** *Loading*: the button keeps its place and its focus, and the two strokes take turns. *Failed*: the reason below, everything kept, try again; also where the
server refuses the message after it had left: the card, which was answered, opens again, and the message itself says why. *Used*: a check and
what was chosen. *Expired*: to be read, nothing to press.

${kinds.map(section).join('\n\n')}
`;
}
