import type { KnowledgeAnswer, KnowledgeSource, Localized, Product } from '../src/index.ts';

const cny = (yuan: number) => ({ amount: Math.round(yuan * 100), currency: 'CNY' });
const both = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

type Row = readonly [name: Localized, value: Localized];
const NAMES = {
  material: both('材质', 'Material'),
  cover: both('面料', 'Cover'),
  filling: both('填充物', 'Filling'),
  size: both('尺寸', 'Size'),
  weight: both('重量', 'Weight'),
  care: both('洗涤方式', 'Care'),
  origin: both('产地', 'Origin'),
  capacity: both('容量', 'Capacity'),
  colour: both('颜色', 'Colour'),
  power: both('功率', 'Power'),
};

const product = (
  id: string,
  title: Localized,
  category: readonly Localized[],
  yuan: number,
  rows: readonly Row[],
  more: Partial<Product> = {},
): Product => ({
  id,
  title,
  category,
  price: cny(yuan),
  attributes: rows.map(([name, value]) => ({ name, value })),
  stock: 12,
  ...more,
});

const bedding = [both('家纺', 'Bedding'), both('被枕', 'Duvets and pillows')];
const sheets = [both('家纺', 'Bedding'), both('床品套件', 'Bed linen')];
const kitchen = [both('厨房', 'Kitchen'), both('锅具杯具', 'Pans and mugs')];
const lights = [both('灯具', 'Lighting'), both('台灯', 'Table lamps')];

const products: readonly Product[] = [
  product('duvet-wool', both('山谷羊毛被', 'Valley wool duvet'), bedding, 680, [
    [NAMES.filling, both('100%羊毛', '100% wool')],
    [NAMES.cover, both('100%棉', '100% cotton')],
    [NAMES.size, both('200×230cm', '200 × 230 cm')],
    [NAMES.weight, both('2.1kg', '2.1 kg')],
    [NAMES.care, both('只可干洗', 'Dry clean only')],
  ]),
  product('duvet-silk', both('晨雾蚕丝被', 'Mist silk duvet'), bedding, 1280, [
    [NAMES.filling, both('100%桑蚕丝', '100% mulberry silk')],
    [NAMES.cover, both('100%棉', '100% cotton')],
    [NAMES.size, both('200×230cm', '200 × 230 cm')],
    [NAMES.weight, both('1.5kg', '1.5 kg')],
  ]),
  product('duvet-down', both('初雪羽绒被 加厚保暖', 'First Snow down duvet, extra warm'), bedding, 880, [
    [NAMES.filling, both('95%白鹅绒', '95% white goose down')],
    [NAMES.weight, both('1.8kg', '1.8 kg')],
    [NAMES.origin, both('安徽', 'Anhui')],
  ]),
  product(
    'pillow-latex',
    both('云朵乳胶枕', 'Cloud latex pillow'),
    bedding,
    199,
    [
      [NAMES.filling, both('天然乳胶', 'Natural latex')],
      [NAMES.care, both('不可水洗，枕套可机洗', 'Do not wash; cover machine washable')],
    ],
    { stock: 0 },
  ),
  product(
    'sheets-cotton',
    both('素色纯棉四件套', 'Plain cotton bed linen set'),
    sheets,
    399,
    [
      [NAMES.material, both('100% 棉', '100% cotton')],
      [NAMES.colour, both('雾蓝、米白、浅灰', 'Mist blue, ivory, light grey')],
      [NAMES.care, both('可机洗，水温不超过30度', 'Machine washable at 30 degrees')],
    ],
    {
      variants: [
        { id: 's15', label: both('1.5米床', 'Double'), price: cny(399), stock: 5 },
        { id: 's18', label: both('1.8米床', 'King'), price: cny(459), stock: 7 },
      ],
    },
  ),
  product('sheets-linen', both('水洗亚麻四件套', 'Washed linen bed set'), sheets, 899, [
    [NAMES.material, both('100%亚麻', '100% linen')],
    [NAMES.colour, both('橄榄绿、沙色', 'Olive, sand')],
  ]),
  product('sheets-blend', both('竹语混纺四件套', 'Bamboo blend bed set'), sheets, 329, [
    [NAMES.material, both('70%棉 30%竹纤维', '70% cotton 30% bamboo')],
  ]),
  product('pan-iron', both('老铁匠铸铁锅', 'Smith cast iron pan'), kitchen, 259, [
    [NAMES.material, both('铸铁', 'Cast iron')],
    [NAMES.weight, both('3.4kg', '3.4 kg')],
    [NAMES.size, both('26cm', '26 cm')],
  ]),
  product(
    'mug-blue',
    both('青窑马克杯', 'Kiln mug'),
    kitchen,
    49,
    [
      [NAMES.material, both('陶瓷', 'Stoneware')],
      [NAMES.capacity, both('350ml', '350 ml')],
    ],
    { summary: both('<b>手工</b>上釉', '<script>alert(1)</script>Hand glazed') },
  ),
  product('lamp-oak', both('橡木台灯', 'Oak table lamp'), lights, 328, [
    [NAMES.material, both('橡木、棉麻灯罩', 'Oak, linen shade')],
    [NAMES.power, both('8W LED', '8 W LED')],
  ]),
  product('lamp-old', both('旧款床头灯', 'Old bedside lamp'), lights, 88, [[NAMES.material, both('塑料', 'Plastic')]], {
    onSale: false,
  }),
];

const answer = (
  id: string,
  question: Localized,
  text: Localized,
  more: Partial<KnowledgeAnswer> = {},
): KnowledgeAnswer => ({
  id,
  question,
  answer: text,
  ...more,
});

const answers: readonly KnowledgeAnswer[] = [
  answer(
    'freight',
    both('购买运费如何收取？', 'What does shipping cost?'),
    both('满88元免邮，不满收10元。', 'Free from ¥88, otherwise ¥10.'),
  ),
  answer(
    'dispatch',
    both('下单后多久发货？', 'How long until an order is sent out?'),
    both('下午四点前的订单当天发货。', 'Orders before 4 pm leave the same day.'),
  ),
  answer(
    'carrier',
    both('使用什么快递发货？', 'Which courier do you use?'),
    both('默认顺丰。', 'SF Express by default.'),
  ),
  answer(
    'return',
    both('如何申请退货？', 'How do I return an item?'),
    both('三十天内可退，未使用即可。', 'Within thirty days, unused.'),
  ),
  answer(
    'refund',
    both('退款多久到账？', 'How long does a refund take?'),
    both('验收后三个工作日原路退回。', 'Three working days after we get it back.'),
  ),
  answer(
    'invoice',
    both('如何开具发票？', 'Can I have an invoice?'),
    both('下单时勾选电子发票。', 'Tick e-invoice at checkout.'),
    { cutOff: true },
  ),
  answer(
    'payment',
    both('支持哪些支付方式？', 'Which payment methods do you take?'),
    both('微信、支付宝和银行卡。', 'WeChat Pay, Alipay and cards.'),
  ),
  answer('gift', both('可以送礼包装吗？', 'Do you gift wrap?'), both('可以，另收 10 元。', 'Yes, for ¥10.')),
  answer(
    'warranty',
    both('保修期是多久？', 'How long is the warranty?'),
    both('灯具保修两年。', 'Lamps have two years.'),
  ),
  answer(
    'abroad',
    both('可以寄到海外吗？', 'Do you ship abroad?'),
    both('目前只送中国大陆。', 'Mainland China only for now.'),
  ),
];

/** A small shop of bedding, pans and lamps, in two languages. */
export const FIXTURE: KnowledgeSource = {
  shop: { id: 'hill', name: both('山居小铺', 'Hill House'), locales: ['zh-CN', 'en'], timeZone: 'Asia/Shanghai' },
  products,
  answers,
};

/** A shop that has told nothing. */
export const EMPTY: KnowledgeSource = {
  shop: { id: 'new', name: both('新店', 'New shop'), locales: ['zh-CN', 'en'] },
  products: [],
  answers: [],
};
