import type { Wordings } from './wordings.ts';

/** The lines in Chinese. */
export const zhCn: Wordings = {
  list: (items) => items.join('、'),
  quote: (text) => `「${text}」`,
  me: () => '小二',
  greet: ({ shop, name, empty, me }) => {
    const hello = name ? `${name}，您好` : '您好';
    if (empty)
      return `${hello}，我是${shop ? `${shop}的` : ''}${me}。小店还没教我商品和常见问题，要找人可以说「转人工」。`;
    return [
      `${hello}，我是${shop ? `${shop}的` : ''}${me}。商品、运费、退换、订单，您尽管问。`,
      `${hello}，${me}在呢，您请说。`,
    ];
  },
  thanks: () => ['您客气了。还有事，随时叫我。', '不谢，应该的。', '能帮上忙就好。'],
  bye: () => ['好嘞，您慢走，有事再来。', '您慢走，回见。'],
  bot: ({ shop, me }) => `我是${shop}的${me}，一个机器人，照着小店给我的资料答话。想找真人，说「转人工」就行。`,
  nothingOpen: () => ['好的。您想问什么，直接说就行。', '好。还想看点什么，您说。'],
  emptyShop: () => '小店还没有告诉我商品和常见问题的答案，这个我答不上来。要不要我请人来？',
  unknown: ({ again }) =>
    again ? '这个我还是没弄明白。换个说法试试，或者我请人来。' : '这个我拿不准，不敢乱答。您换个说法，或者我请人来？',
  topicUnknown: ({ topic }) => `您问的是${topic}吧？小店没有交代过，我不敢乱答。要不要我请人来？`,
  policies: {
    returnDays: ({ n }) => (n > 0 ? `${n}天内可以退货。` : '小店不接受退货。'),
    freeReturns: ({ yes }) => (yes ? '退货运费由小店承担。' : '退货运费由买家承担。'),
    shippingFee: ({ money, free }) => (free ? '小店包邮。' : `运费${money}。`),
    freeShippingFrom: ({ money, free }) => (free ? '小店包邮。' : `满${money}包邮。`),
    dispatchHours: ({ n }) => `下单后${n}小时内发货。`,
    warrantyMonths: ({ n }) => (n > 0 ? `保修${n}个月。` : '没有保修。'),
    priceProtectionDays: ({ n }) => (n > 0 ? `买后${n}天内降价，小店补差价。` : '降价后小店不补差价。'),
    invoices: ({ yes }) => (yes ? '可以开发票。' : '开不了发票。'),
    giftWrap: ({ yes }) => (yes ? '可以做礼品包装。' : '没有礼品包装。'),
  },
  topics: {
    'shipping.cost': '运费',
    'shipping.time': '发货和到货时间',
    'shipping.area': '配送范围',
    'shipping.carrier': '用哪家快递',
    'payment.methods': '付款方式',
    'payment.problem': '付款出的问题',
    'invoice.ask': '发票',
    'promo.coupon': '优惠券',
    'promo.ask': '优惠活动',
    'promo.bargain': '价格能不能再低',
    'price.protect': '价格保护',
    'return.policy': '退货',
    'exchange.request': '换货',
    'return.request': '办理退货',
    'refund.status': '退款',
    'refund.amount': '退多少钱',
    'review.issue': '评价',
    'delivery.damaged': '收到的东西有破损',
    'item.missing': '少发了东西',
    'item.wrong': '发错了东西',
    'warranty.repair': '保修和维修',
    'product.authentic': '是不是正品',
    'gift.ask': '礼品包装',
    'member.benefits': '会员和积分',
    'account.login': '账号登录',
    'privacy.delete': '账号和个人信息',
    'install.help': '安装',
    'shop.hours': '营业时间',
    'shop.store': '实体店',
    'shop.contact': '联系方式',
  },
  didYouMean: ({ n }) =>
    n > 1 ? ['您想问的是哪一个？', '是下面哪一个？您点一下。'] : ['您想问的是不是这个？', '您说的是这个吗？'],
  sameAgain: () => '刚才的回答可能没说到您的意思。您想问的是下面哪个，还是让人来说？',
  inCase: ({ name, answer }) => `**${name}**：${answer}`,
  cutOff: () => '小店给我的原文到这里就断了，余下的可以让人来告诉您。',
  humanChip: () => '转人工',
  handoff: ({ reason, problem, upset }) => {
    const regret = upset ? `${problem}，对不住。` : '';
    switch (reason) {
      case 'wish':
        return upset ? `${regret}我去请人。` : ['好的，我去请人。', '好，这就去请人。'];
      case 'failures':
        return upset ? `${regret}我这就去请人。` : '两回都没答到点上，耽误您了。我去请人。';
      case 'anger':
        return `${problem}，换谁都会着急，对不住。我这就去请人。`;
      case 'guard':
        return `${regret}这件事由同事来答您，我去请。`;
      default:
        return '这件事要紧，我不敢替小店答话，这就去请负责的人。';
    }
  },
  soothe: ({ problem }) => [`${problem}，换谁都着急，对不住。`, `${problem}，让您受累了，对不住。`],
  robotOnly: () => [
    '这会儿小店没有人工。您留个言，有人上班就回；也可以接着问我。',
    '人工这会儿不在，留言有人会回，我也还在。',
  ],
  replies: {
    hello: () => '您好，我是人工客服，前面说的我都看到了，这就接着办。',
    sorry: ({ problem }) => `${problem}，实在对不住。我来接手，您不用再说一遍。`,
    check: () => '我先去核实一下，查清楚就在这里回您。',
    more: () => '还有哪里没办好，您一并告诉我。',
  },
  sorry: ({ problem }) => `${problem}，对不住。这得请店里的人来办妥，要我去请吗？`,
  problems: {
    order: '东西迟迟没到手',
    quality: '收到的东西有问题',
    refund: '退款的事没办妥',
    stock: '您要的没有货',
    service: '话说了几遍还没办成',
    other: '事情办成这样',
  },
  returned: ({ reason }) =>
    reason === 'timeout'
      ? '让您久等了，对不住，人手一时还没腾出来。您可以留个言，有人会回您；也可以先跟我说说。'
      : reason === 'nobody'
        ? '现在没有人在。您可以留个言，也可以先跟我说说。'
        : reason === 'shopper'
          ? '我回来了，您接着说。'
          : '同事那边说完了，我接着招呼您。',
  leaveMessage: () => '留言',
  goOn: ({ me }) => `继续问${me}`,
  asBefore: ({ text }) => `还是刚才那句：${text}`,
  stickers: { coming: '来了', heart: '比心', tea: '喝茶' },
  messageLeft: () => ['记下了，有人上班就会回您。', '这句也记下了。'],
  pressedGoOn: () => ['好的，您说。', '在呢，您说。'],
  attribute: ({ title, facts }) =>
    facts.length === 1 && facts[0]
      ? `${title}的${facts[0].name || '品牌'}：${facts[0].value}`
      : `${title}：\n${facts.map(({ name, value }) => `- ${name}：${value}`).join('\n')}`,
  verdicts: {
    within: (asked) => `可以，${asked}在标注之内。`,
    beyond: (asked) => `不行，${asked}超出了标注。`,
    fits: (asked) => `放得下，每一边都不超过${asked}。`,
    'too-big': (asked) => `放不下，最短的一边也超过${asked}。`,
    named: (asked) => `可以，标注里写了${asked}。`,
    'ruled-out': (asked) => `不行，标注里排除了${asked}。`,
  },
  inOtherUnit: (text) => `合 ${text}`,
  attributeNames: {
    material: '材质',
    filling: '填充物',
    weight: '重量',
    size: '尺寸',
    fit: '尺码',
    capacity: '容量',
    colour: '颜色',
    origin: '产地',
    care: '能不能洗、怎么洗',
    warmth: '厚薄和保暖',
    season: '适用季节',
    power: '功率',
    battery: '电池',
    waterproof: '防不防水',
    pieces: '件数',
    people: '适用人数',
    standard: '执行标准',
    shelf: '保质期',
    brand: '品牌',
    craft: '工艺',
    shading: '遮光',
    load: '承重',
    firm: '软硬',
    scent: '香味',
    burning: '燃烧时间',
    microwave: '能不能微波',
    induction: '适用炉灶',
    leak: '漏不漏',
    price: '价格',
    stock: '库存',
    other: '这一点',
  },
  notStatedBut: ({ title, what, facts }) =>
    `${title}的资料里没有写${what}，只写了：\n${facts.map(({ name, value }) => `- ${name}：${value}`).join('\n')}`,
  more: () => '小店另有一条说明：',
  notStated: ({ title, what }) => `${title}的资料里没有写${what}，我不能乱说。要不要我请人来问清楚？`,
  price: ({ title, price, was, variants }) =>
    `${title}现在卖 ${price}${was ? `，原价 ${was}` : ''}。${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  inStock: ({ title, stock, variants }) =>
    `${title}有货，还剩 ${stock} 件。${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  variants: ({ title, rows, others }) => {
    const say = (stock: number | undefined, price: string) =>
      stock === 0 ? '没有货了' : `${stock === undefined ? '' : `有货，还剩 ${stock} 件，`}${price}`;
    const [row] = rows;
    const head =
      rows.length === 1 && row
        ? `${title}（${row.label}）${say(row.stock, row.price)}。`
        : `${title}：\n${rows.map(({ label, stock, price }) => `- ${label}：${say(stock, price)}`).join('\n')}`;
    return others.length > 0 ? `${head}现在有货的是${others.join('、')}。` : head;
  },
  outOfStock: ({ title, variants }) =>
    `${title}现在没有货。${variants.length > 1 ? `\n${variants.map((one) => `- ${one}`).join('\n')}` : ''}`,
  whichProduct: ({ what }) => `您问的是哪一件商品的${what}？`,
  present: ({ title, price, stock, facts }) =>
    [
      `${title}，${price}${stock === undefined ? '' : stock === 0 ? '，现在没有货' : `，有货，还剩 ${stock} 件`}。`,
      ...facts.map(({ name, value }) => `- ${name}：${value}`),
      '您想了解它的什么？',
    ].join('\n'),
  found: ({ n, words, limit, more }) => [
    `${words || '合适的'}${limit ? `，${limit}` : ''}，${more ? '先看' : '有'}这 ${n} 件：`,
    `挑了 ${n} 件${limit ? ` ${limit}的` : ''}${words || '合适的'}：`,
    `${words || '合适的'}${limit ? `，${limit}` : ''}，您看这 ${n} 件：`,
  ],
  foundPartly: ({ missing }) => (missing ? `没有样样都合的，这些最接近，只是资料里没写${missing}：` : '这些最接近：'),
  soldOut: ({ titles }) => `${titles.map(({ title, price }) => `${title}（${price}）`).join('、')}现在没有货。`,
  sameKind: () => '不是您要的那样，不过同一类里有货的还有：',
  notFound: ({ words }) => `小店没有找到${words}。换个说法，或者告诉我用途和预算，我再找找。`,
  beyondLimit: ({ words, limit, title, price }) =>
    `${limit}没有${words}。最接近的是${title}，${price}，不在这个价位里。`,
  otherCurrency: ({ currency }) => `小店按 ${currency} 标价，我不换算汇率。您的预算合多少 ${currency}？`,
  showNearest: ({ title }) => `看看${title}`,
  limit: ({ min, max }) => (min && max ? `${min} 到 ${max} 之间` : max ? `${max} 以内` : `${min ?? ''} 以上`),
  catalogue: () => '店里的货',
  whatKind: () => ['您想找哪一类？说说用途或者材质，我好给您挑。', '是做什么用的？说个用途，我给您挑。'],
  narrow: ({ about, kind }) =>
    kind
      ? ['您想看哪一类？', '先挑个类别吧，您想看哪一类？']
      : about === 'category'
        ? ['再细一点，要哪一种？', '想要其中哪一种？']
        : about === 'price'
          ? ['大概什么价位的？', '价位上有个数吗？']
          : [`${about}有要求吗？`, `要什么样的${about}？`],
  priceIs: ({ max, min }) => (max ? `${max} 以内` : `${min ?? ''} 以上`),
  any: () => '都行',
  others: () => '换一批',
  reasons: {
    cheaper: ({ money }) => `便宜 ${money}`,
    dearer: ({ money }) => `贵 ${money}`,
    together: ({ money }) => `两件共 ${money}，包邮`,
    saves: ({ money }) => `现在省 ${money}`,
    cheapest: () => '这几件里最便宜',
  },
  fits: ({ kind, value }) =>
    kind === 'likes' ? `您喜欢的${value}` : kind === 'size' ? `有您穿的 ${value}` : '合您的心意',
  extreme: ({ way, title, price }) =>
    way === 'cheaper'
      ? `${title}，${price}，已经是符合您要求里最便宜的了。`
      : `${title}，${price}，已经是符合您要求里最好的价位了。`,
  sameBrand: ({ brand }) => `这一类小店只有「${brand}」这一个牌子。`,
  onlyShown: ({ n }) => (n === 1 ? '刚才只给您看了这一件。' : `刚才只给您看了 ${n} 件，您说第几件？`),
  whichTask: () => ['您想改订单的什么？', '订单要改哪一样？'],
  tasks: { 'change-address': '改地址', 'change-items': '改商品', 'cancel-order': '取消订单' },
  noOthers: () => '符合要求的就这些，都给您看过了。放宽哪一条，或者我请人来帮您挑？',
  noSimilar: () => '小店没有和它类似的了。',
  nothingBeside: () => '小店没有说它和什么搭配，我不乱荐。',
  alreadyFree: () => '这一件已经够包邮了，不用再凑。',
  glad: () => ['您喜欢就好！', '听您这么说，我也高兴。', '好眼光！'],
  goods: {
    similar: ({ about }) => `和${about}差不多的：`,
    instead: ({ about }) => `${about}没货的时候，这些可以替它：`,
    goesWith: ({ about }) => `和${about}一起用的：`,
    bundle: ({ about, money }) => `买${about}还差 ${money} 包邮，加一件就够：`,
    glad: ({ about }) => `和${about}一起用的，顺便看看：`,
  },
  tag: ({ kind, value }) =>
    kind === 'likes'
      ? `喜欢${value}`
      : kind === 'avoids'
        ? `不要${value}`
        : kind === 'size'
          ? `穿 ${value}`
          : kind === 'height'
            ? `身高 ${value} cm`
            : kind === 'weight'
              ? `体重 ${value} kg`
              : `预算 ${value} 以内`,
  tagSince: ({ tag, from, day }) => `${tag}（${from === 'said' ? '您说的' : '小店记的'}，${day}）`,
  remembered: ({ rows }) =>
    rows.length === 0
      ? '我没有记您的什么。'
      : `我记着这些：\n${rows.map((row) => `- ${row}`).join('\n')}\n哪条不对，您说一声就改；点一下就忘掉。`,
  forget: ({ tag }) => `忘掉「${tag}」`,
  forgetAll: () => '全部忘掉',
  forgotten: ({ tags }) => (tags.length === 0 ? '这一条我本来就没记。' : `忘掉了：${tags.join('、')}。`),
  noted: ({ tags }) => `记下了：${tags.join('、')}。给您挑的时候照着来。`,
  comparing: ({ left, right }) => `比的是这两件：**${left}** 和 **${right}**`,
  differ: ({ name, left, right, more }) =>
    `- ${name}：${left} ／ ${right}${more ? `（${more.left ? '前' : '后'}者多 ${more.by}）` : ''}`,
  same: ({ rows }) => `一样的：${rows.map(({ name, value }) => `${name} ${value}`).join('；')}`,
  prices: ({ left, right }) => `- 价格：${left} ／ ${right}`,
  priceName: () => '价格',
  compareUnknown: ({ words }) => `小店没有找到${words}，没法比。`,
  compareWhat: () => '您想比哪两件？说出两样商品的名字就行。',
  signIn: () => '要查订单，请先在页面上登录，登录后再问我一次就好。',
  noOrders: () => '您名下还没有订单。',
  whichOrder: () => '您问的是哪一单？',
  orderNotFound: () => '在您名下没有找到这个订单号，请核对一下。',
  ordersFailed: () => '订单系统这会儿没有应答，请稍后再问，或者我请人来查。',
  orderSummary: ({ number, status, parcel, last, due }) =>
    `订单 ${number} ${
      {
        unpaid: '还没付款',
        paid: '已付款，等着打包',
        packed: '已打包，等着发出',
        shipped: '在路上了',
        delivered: '已送达',
        cancelled: '已取消',
        returning: '正在退货',
        refunded: '已退款',
      }[status]
    }${parcel ? `，${parcel}` : ''}${last ? `，最新：${last}` : ''}${due ? `，预计${due}到` : ''}。`,
  statuses: {
    unpaid: '待付款',
    paid: '待打包',
    packed: '待发出',
    shipped: '已发出',
    delivered: '已送达',
    cancelled: '已取消',
    returning: '退货中',
    refunded: '已退款',
  },
};
