import type { Wordings } from './wordings.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The lines in English. */
export const en: Wordings = {
  list: (items) => items.join(', '),
  quote: (text) => `“${text}”`,
  me: () => 'Xiaoer',
  greet: ({ shop, name, empty, me }) => {
    const hello = `Hello${name ? ` ${name}` : ''}`;
    const who = `${hello}, I am ${me}${shop ? ` at ${shop}` : ''}.`;
    if (empty) return `${who} The shop has not told me about its products and answers yet; for a person, say “human”.`;
    return [
      `${who} Ask me about products, delivery, returns or your orders.`,
      `${hello}, I am here. What can I do for you?`,
    ];
  },
  thanks: () => ['You are welcome. Just ask if there is anything else.', 'My pleasure.', 'Glad that helped.'],
  bye: () => ['Goodbye, and come again.', 'Take care, see you.'],
  bot: ({ shop, me }) =>
    `I am ${me} of ${shop}: a bot that answers from what the shop has told me. For a person, just say “human”.`,
  nothingOpen: () => ['All right. Just ask when you need something.', 'Fine. What else would you like to see?'],
  emptyShop: () =>
    'The shop has not told me about its products or its answers yet, so I cannot say. Shall I bring a person?',
  unknown: ({ again }) =>
    again
      ? 'I still do not follow, sorry. Try other words, or shall I bring a person?'
      : 'I am not sure about that and would rather not guess. Could you put it another way, or shall I bring a person?',
  topicUnknown: ({ topic }) =>
    `You are asking about ${topic}, I think. The shop has not told me about that, and I would rather not guess. Shall I bring a person?`,
  policies: {
    returnDays: ({ n }) =>
      n > 0 ? `Goods can be returned within ${n} day${n === 1 ? '' : 's'}.` : 'This shop does not take goods back.',
    freeReturns: ({ yes }) => (yes ? 'The shop pays for sending a return.' : 'Sending a return is paid by the buyer.'),
    shippingFee: ({ money, free }) => (free ? 'Delivery is free.' : `Delivery costs ${money}.`),
    freeShippingFrom: ({ money, free }) => (free ? 'Delivery is free.' : `From ${money} on it is free.`),
    dispatchHours: ({ n }) => `Orders leave within ${n} hour${n === 1 ? '' : 's'}.`,
    warrantyMonths: ({ n }) => (n > 0 ? `The warranty is ${n} month${n === 1 ? '' : 's'}.` : 'There is no warranty.'),
    priceProtectionDays: ({ n }) =>
      n > 0
        ? `If the price falls within ${n} day${n === 1 ? '' : 's'} of buying, the shop makes up the difference.`
        : 'The shop does not make up the difference when a price falls.',
    invoices: ({ yes }) => (yes ? 'The shop writes invoices.' : 'The shop writes no invoices.'),
    giftWrap: ({ yes }) => (yes ? 'The shop wraps gifts.' : 'The shop does not wrap gifts.'),
  },
  topics: {
    'shipping.cost': 'the cost of delivery',
    'shipping.time': 'how long delivery takes',
    'shipping.area': 'where we deliver',
    'shipping.carrier': 'who delivers',
    'payment.methods': 'ways to pay',
    'payment.problem': 'a problem with a payment',
    'invoice.ask': 'invoices',
    'promo.coupon': 'coupons',
    'promo.ask': 'offers',
    'promo.bargain': 'a lower price',
    'price.protect': 'price protection',
    'return.policy': 'returns',
    'exchange.request': 'exchanges',
    'return.request': 'a return',
    'refund.status': 'a refund',
    'refund.amount': 'how much is refunded',
    'review.issue': 'reviews',
    'delivery.damaged': 'something that arrived damaged',
    'item.missing': 'a missing item',
    'item.wrong': 'a wrong item',
    'warranty.repair': 'warranty and repair',
    'product.authentic': 'whether goods are genuine',
    'gift.ask': 'gift wrapping',
    'member.benefits': 'membership',
    'account.login': 'your account',
    'privacy.delete': 'your account and data',
    'install.help': 'installation',
    'shop.hours': 'opening hours',
    'shop.store': 'a store to visit',
    'shop.contact': 'how to reach us',
  },
  didYouMean: ({ n }) =>
    n > 1
      ? ['Which of these did you mean?', 'Is it one of these? Just press it.']
      : ['Is this what you wanted to know?', 'Did you mean this?'],
  sameAgain: () => 'My last answer may have missed the point. Is it one of these, or shall a person explain?',
  inCase: ({ name, answer }) => `**${name}**: ${answer}`,
  cutOff: () => "The shop's text breaks off there; a person can tell you the rest.",
  humanChip: () => 'Talk to a person',
  handoff: ({ reason, problem, upset }) => {
    const regret = upset ? `I am sorry that ${problem}. ` : '';
    switch (reason) {
      case 'wish':
        return upset
          ? `${regret}I am asking for a person.`
          : ['Certainly, I am asking for a person.', 'Of course, a person it is.'];
      case 'failures':
        return upset
          ? `${regret}I am asking for a person.`
          : 'I have missed the point twice, sorry about that. I am asking for a person.';
      case 'anger':
        return `I am sorry that ${problem}. I am asking for a person to sort it out.`;
      case 'guard':
        return `${regret}A colleague will answer you on this; I am asking for one.`;
      default:
        return 'This is serious and not for me to answer. I am asking for the person in charge.';
    }
  },
  soothe: ({ problem }) => [
    `I am sorry that ${problem}.`,
    `It is no wonder you are upset when ${problem}, and I am sorry.`,
  ],
  robotOnly: () => [
    'No person is at hand just now. Leave a message and you will be answered, or go on with me.',
    'There is nobody but me at the moment; a message will be answered.',
  ],
  replies: {
    hello: () => 'Hello, a person here. I have read what you wrote and will take it from there.',
    sorry: ({ problem }) => `I am sorry that ${problem}. I will take care of it; you need not say it again.`,
    check: () => 'Let me check that; I will answer you right here.',
    more: () => 'Is there anything else that has not been settled? I will see to it, too.',
  },
  sorry: ({ problem }) => `I am sorry that ${problem}. Someone of the shop can put it right: shall I bring a person?`,
  problems: {
    order: 'your order is not there when it should be',
    quality: 'what you got is not as it should be',
    refund: 'your refund is not settled',
    stock: 'what you want is not in stock',
    service: 'you had to say it several times',
    other: 'this has gone wrong for you',
  },
  returned: ({ reason }) =>
    reason === 'timeout'
      ? 'I am sorry for the long wait: nobody is free yet. You can leave a message and someone will answer, or go on with me.'
      : reason === 'nobody'
        ? 'Nobody is here at the moment. You can leave a message, or go on with me.'
        : reason === 'shopper'
          ? 'I am back. Go ahead.'
          : 'My colleague has finished; I am here for anything else.',
  leaveMessage: () => 'Leave a message',
  goOn: ({ me }) => `Go on with ${me}`,
  asBefore: ({ text }) => `As I said: ${text}`,
  stickers: { coming: 'On my way', heart: 'With love', tea: 'A cup of tea' },
  messageLeft: () => ['Noted. Someone will answer you when the desk is open.', 'That is noted, too.'],
  pressedGoOn: () => ['Of course, go ahead.', 'I am listening.'],
  attribute: ({ title, facts }) =>
    facts.length === 1 && facts[0]
      ? `${title}: ${facts[0].name || 'Brand'} – ${facts[0].value}`
      : `${title}:\n${facts.map(({ name, value }) => `- ${name}: ${value}`).join('\n')}`,
  verdicts: {
    within: (asked) => `Yes, ${asked} is within what is stated.`,
    beyond: (asked) => `No, ${asked} is more than what is stated.`,
    fits: (asked) => `It fits: no side is over ${asked}.`,
    'too-big': (asked) => `It does not fit: even its shortest side is over ${asked}.`,
    named: (asked) => `Yes, ${asked} is named.`,
    'ruled-out': (asked) => `No, ${asked} is ruled out.`,
  },
  inOtherUnit: (text) => `That is ${text}.`,
  attributeNames: {
    material: 'the material',
    filling: 'the filling',
    weight: 'the weight',
    size: 'the size',
    fit: 'which size fits',
    capacity: 'the capacity',
    colour: 'the colours',
    origin: 'where it is made',
    care: 'how to wash it',
    warmth: 'how warm it is',
    season: 'the season',
    power: 'the power',
    battery: 'the battery',
    waterproof: 'whether it is waterproof',
    pieces: 'what is included',
    people: 'for how many it is',
    standard: 'safety or standards',
    shelf: 'the shelf life',
    brand: 'the brand',
    craft: 'how it is made',
    shading: 'how much light it blocks',
    load: 'the load it carries',
    firm: 'how firm it is',
    scent: 'the scent',
    burning: 'how long it burns',
    microwave: 'the microwave',
    induction: 'the stoves it is for',
    leak: 'whether it leaks',
    price: 'the price',
    stock: 'the stock',
    other: 'that',
  },
  notStatedBut: ({ title, what, facts }) =>
    `The details of ${title} do not mention ${what}. What they do say:\n${facts.map(({ name, value }) => `- ${name}: ${value}`).join('\n')}`,
  more: () => 'The shop has more on this:',
  notStated: ({ title, what }) =>
    `The details of ${title} do not mention ${what}, so I cannot say. Shall I bring a person who can find out?`,
  price: ({ title, price, was, variants }) =>
    `${title} is ${price}${was ? `, was ${was}` : ''}.${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  inStock: ({ title, stock, variants }) =>
    `${title} is in stock, ${stock} left.${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  variants: ({ title, rows, others }) => {
    const say = (stock: number | undefined, price: string) =>
      stock === 0 ? 'sold out' : `${stock === undefined ? '' : `in stock, ${stock} left, `}${price}`;
    const [row] = rows;
    const head =
      rows.length === 1 && row
        ? `${title}, ${row.label}: ${say(row.stock, row.price)}.`
        : `${title}:\n${rows.map(({ label, stock, price }) => `- ${label}: ${say(stock, price)}`).join('\n')}`;
    return others.length > 0 ? `${head} Still there: ${others.join(', ')}.` : head;
  },
  outOfStock: ({ title, variants }) =>
    `${title} is out of stock at the moment.${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  whichProduct: ({ what }) => `Which product do you mean? I will look up ${what}.`,
  present: ({ title, price, stock, facts }) =>
    [
      `${title}: ${price}${stock === undefined ? '' : stock === 0 ? ', sold out at the moment' : `, in stock, ${stock} left`}.`,
      ...facts.map(({ name, value }) => `- ${name}: ${value}`),
      'What would you like to know about it?',
    ].join('\n'),
  found: ({ n, words, limit, more }) => [
    `${capital(words || 'what fits')}${limit ? `, ${limit}` : ''}: ${n === 1 ? 'one fits' : more ? `${n} to begin with` : `${n} fit`}.`,
    `${n === 1 ? 'One' : n} for you${words ? `: ${words}` : ''}${limit ? `, ${limit}` : ''}.`,
    `Have a look${words ? ` at ${words}` : ''}${limit ? `, ${limit}` : ''}:`,
  ],
  foundPartly: ({ missing }) =>
    missing
      ? `Nothing matches it all. These come closest; their details do not mention ${missing}.`
      : 'These come closest.',
  soldOut: ({ titles }) =>
    `${titles.map(({ title, price }) => `${title} (${price})`).join(', ')}: sold out at the moment.`,
  sameKind: () => 'Not what you asked for, but of the same kind and in stock:',
  notFound: ({ words }) =>
    `I found no ${words} in this shop. Try other words, or tell me the use and the budget and I will look again.`,
  beyondLimit: ({ words, limit, title, price }) =>
    `There is no ${words || 'such thing'} ${limit}. The nearest is ${title} at ${price}, outside that range.`,
  otherCurrency: ({ currency }) =>
    `Prices here are in ${currency} and I do not convert. What would your limit be in ${currency}?`,
  showNearest: ({ title }) => `Show ${title}`,
  limit: ({ min, max }) => (min && max ? `between ${min} and ${max}` : max ? `within ${max}` : `from ${min ?? ''}`),
  catalogue: () => 'Our catalogue',
  whatKind: () => [
    'What kind of thing are you after? A use or a material helps me choose.',
    'What is it for? A use helps me choose.',
  ],
  narrow: ({ about, kind }) =>
    kind
      ? ['Which kind would you like to see?', 'Let us begin with the kind: which one?']
      : about === 'category'
        ? ['Which of these kinds?', 'To narrow it down: which kind?']
        : about === 'price'
          ? ['About what price?', 'Do you have a price in mind?']
          : [`${about}: which would you like?`, `Any wish as to “${about}”?`],
  priceIs: ({ max, min }) => (max ? `Up to ${max}` : `From ${min ?? ''}`),
  any: () => 'Any',
  others: () => 'Show others',
  reasons: {
    cheaper: ({ money }) => `${money} less`,
    dearer: ({ money }) => `${money} more`,
    together: ({ money }) => `${money} together, delivery free`,
    saves: ({ money }) => `${money} off now`,
    cheapest: () => 'the least expensive of these',
  },
  fits: ({ kind, value }) =>
    kind === 'likes' ? `you like ${value}` : kind === 'size' ? `has your size ${value}` : 'to your taste',
  extreme: ({ way, title, price }) =>
    `${title} at ${price} is already the ${way === 'cheaper' ? 'least' : 'most'} expensive that meets your wishes.`,
  sameBrand: ({ brand }) => `${brand} is the only brand the shop has of this kind.`,
  onlyShown: ({ n }) =>
    n === 1 ? 'I have shown you only this one.' : `I have shown you ${n}. Which of them do you mean?`,
  whichTask: () => ['What would you like to change about the order?', 'Which part of the order shall be changed?'],
  tasks: { 'change-address': 'The address', 'change-items': 'The items', 'cancel-order': 'Cancel it' },
  noOthers: () => 'That is all that meets your wishes. Which of them may I relax, or shall a person help you choose?',
  noSimilar: () => 'The shop has nothing similar.',
  nothingBeside: () => 'The shop has not said what goes with it, and I would rather not guess.',
  alreadyFree: () => 'Delivery of this one is free already; nothing need be added.',
  glad: () => ['I am glad you like it!', 'That is good to hear!', 'You have a good eye!'],
  goods: {
    similar: ({ about }) => `Much like ${about}:`,
    instead: ({ about }) => `While ${about} is sold out, these can stand in for it:`,
    goesWith: ({ about }) => `These go with ${about}:`,
    bundle: ({ about, money }) => `${about} is ${money} short of free delivery. Any one of these makes up for it:`,
    glad: ({ about }) => `By the way, these go with ${about}:`,
  },
  tag: ({ kind, value }) =>
    kind === 'likes'
      ? `likes ${value}`
      : kind === 'avoids'
        ? `no ${value}`
        : kind === 'size'
          ? `size ${value}`
          : kind === 'height'
            ? `${value} cm tall`
            : kind === 'weight'
              ? `${value} kg`
              : `up to ${value}`,
  tagSince: ({ tag, from, day }) => `${tag} (${from === 'said' ? 'you said so' : 'from the shop'}, ${day})`,
  remembered: ({ rows }) =>
    rows.length === 0
      ? 'I remember nothing about you.'
      : `I remember this:\n${rows.map((row) => `- ${row}`).join('\n')}\nTell me if one is wrong; press one to have it forgotten.`,
  forget: ({ tag }) => `Forget “${tag}”`,
  forgetAll: () => 'Forget it all',
  forgotten: ({ tags }) => (tags.length === 0 ? 'I had no such thing noted.' : `Forgotten: ${tags.join(', ')}.`),
  noted: ({ tags }) => `Noted: ${tags.join(', ')}. I will go by that when I choose for you.`,
  comparing: ({ left, right }) => `Compared: **${left}** and **${right}**`,
  differ: ({ name, left, right, more }) =>
    `- ${name}: ${left} / ${right}${more ? ` (the ${more.left ? 'first' : 'second'} has ${more.by} more)` : ''}`,
  same: ({ rows }) => `The same: ${rows.map(({ name, value }) => `${name} ${value}`).join('; ')}`,
  prices: ({ left, right }) => `- Price: ${left} / ${right}`,
  priceName: () => 'Price',
  compareUnknown: ({ words }) => `I found no ${words} in this shop, so I cannot compare.`,
  compareWhat: () => 'Which two would you like compared? Just name them.',
  signIn: () => 'To look up an order, please sign in on this page first and ask me again.',
  noOrders: () => 'There are no orders under your name yet.',
  whichOrder: () => 'Which order do you mean?',
  orderNotFound: () => 'I found no order with that number under your name. Please check it.',
  ordersFailed: () => 'The order system is not answering just now. Please try again later, or shall I bring a person?',
  orderSummary: ({ number, status, parcel, last, due }) =>
    `Order ${number} ${
      {
        unpaid: 'is not paid yet',
        paid: 'is paid and waits to be packed',
        packed: 'is packed and waits to leave',
        shipped: 'is on its way',
        delivered: 'has been delivered',
        cancelled: 'was cancelled',
        returning: 'is being returned',
        refunded: 'has been refunded',
      }[status]
    }${parcel ? `, ${parcel}` : ''}${last ? `. Latest: ${last}` : ''}${due ? `. Expected ${due}` : ''}.`,
  statuses: {
    unpaid: 'not paid yet',
    paid: 'waiting to be packed',
    packed: 'waiting to leave',
    shipped: 'already on its way',
    delivered: 'already delivered',
    cancelled: 'cancelled',
    returning: 'being returned',
    refunded: 'refunded',
  },
};
