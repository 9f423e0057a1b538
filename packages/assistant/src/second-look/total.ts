import { type Context, productById } from '../dialogue/context.ts';
import type { Plan } from '../dialogue/plan.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { pick } from '../knowledge/localized.ts';
import { formatMoney } from '../reply/format.ts';
import { type Found, findProducts, wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import { readFeatures } from '../text/features.ts';
import { readNumeral } from '../understanding/slots/numeral.ts';
import { LINES } from './lines.ts';

/** Words that want several prices as one. */
const TOGETHER =
  /(?<=加.{1,12})(?=(?:多少|几块))|一共|总共|共计|加起来|合计|总价|一起(?=.{0,4}(?:多少|几))|报个数|\btotal\b|altogether|in all\b|add(?:ed|ing)?(?: it| them)? up|together\b/g;

/** What stands between two things. */
const BETWEEN =
  /[、，,+＋&/;；]|再?加上?|和(?!风)|跟|以及|还有|\band\b|\bplus\b|\bwith\b|\bfor\b|\bof\b|(?:多少钱|多少|几块钱|几块|how much|price|cost).*$/g;

/** How many of a thing: 两条, 3 个, x2, two. */
const COUNT =
  /([一二两三四五六七八九十]|(?<![\d.])\d{1,2})\s?(?:条|个|件|只|套|盒|瓶|双|床|把|张|支|块|份|对|罐|包|本)(?!装|套)|(?:x|×)\s?(\d{1,2})\b|\b(two|three|four|five|six)\b(?!-)/;
const WORDS = ['', '', 'two', 'three', 'four', 'five', 'six'];

/** How much of a name must be said, and how far it must be ahead of the next one. */
const NAMED = 0.6;
const AHEAD = 0.03;

interface Item {
  readonly product: Product;
  readonly count: number;
  readonly amount: number;
}

/** Of goods that a part of a sentence names equally well the one that its other words name too: 埃及棉毛巾加浴巾. */
function likest(found: readonly Found[], { said, knowledge }: Context): Product | undefined {
  const equal = new Set(
    found.filter(({ order }) => (found[0]?.order ?? 0) - order < AHEAD).map(({ product }) => product),
  );
  const [first, second] = findProducts(wantsOf(said.features), knowledge.catalogue, (one) => equal.has(one), true);
  return first && (!second || first.coverage - second.coverage >= AHEAD) ? first.product : undefined;
}

/** The one product that a part of the sentence names; its choice where words of one stand there. */
function itemOf(part: string, context: Context): Item | undefined {
  const { knowledge } = context;
  const { catalogue, vocabulary } = knowledge;
  const [whole, han, times, word] = COUNT.exec(part) ?? [];
  const count = han ? (readNumeral(han) ?? 1) : times ? Number(times) : word ? WORDS.indexOf(word) : 1;
  const wants = wantsOf(readFeatures(whole ? part.replace(whole, ' ') : part, vocabulary), ['price']);
  if (wants.length === 0) return undefined;
  const called = oneOfThese(thingsOf(wants, catalogue), catalogue);
  const found = findProducts(wants, catalogue, (one) => one.onSale !== false && called(one), true);
  const [best, next] = found;
  if (!best || best.coverage < NAMED) return undefined;
  const product = next && best.order - next.order < AHEAD ? likest(found, context) : best.product;
  if (!product) return undefined;
  // Of choices with prices of their own nobody knows which is meant.
  const amounts = new Set((product.variants ?? []).map(({ price }) => price?.amount ?? product.price.amount));
  return amounts.size > 1 ? undefined : { product, count, amount: product.price.amount * count };
}

/** As many as are meant: 俩东西, 三件, both. */
const MEANT = /([两俩二三四])(?:个|件|样|款|东西|者)?|\b(both)\b/;

/** The things that were told of in the last turns, where as many are meant. */
function toldBefore({ said, state, knowledge }: Context): readonly Item[] {
  const [, han, both] = MEANT.exec(said.normal.text) ?? [];
  const meant = both ? 2 : han === undefined ? undefined : han === '俩' ? 2 : readNumeral(han);
  const ids = new Set(
    (state.tried ?? []).flatMap(({ source = '' }) => (productById(knowledge, source) ? [source] : [])),
  );
  const items = [...ids].flatMap((id) => {
    const product = productById(knowledge, id);
    return product ? [{ product, count: 1, amount: product.price.amount }] : [];
  });
  return meant === undefined || items.length === meant ? items : [];
}

/** What several named things cost together; undefined when fewer than two are named, or one of them not surely. */
export function totalOf(context: Context): Plan | undefined {
  const { said, message } = context;
  const text = said.normal.text;
  if (message.reply !== undefined || text.search(TOGETHER) < 0) return undefined;
  const parts = text
    .replace(TOGETHER, ' ')
    .replace(BETWEEN, '\n')
    .split('\n')
    .filter((part) => /[\p{L}]{2}/u.test(part) && wantsOf(readFeatures(part, context.knowledge.vocabulary)).length > 0);
  const named = parts.map((part) => itemOf(part, context));
  const known = named.every((item) => item === undefined) ? toldBefore(context) : named.flatMap((item) => item ?? []);
  if (known.length < Math.max(2, named.some((item) => item !== undefined) ? named.length : 0)) return undefined;
  const [first] = known;
  const { currency } = first?.product.price ?? { currency: '' };
  if (new Set(known.map(({ product }) => product.id)).size < known.length) return undefined;
  if (known.some(({ product }) => product.price.currency !== currency)) return undefined;
  const { lang } = said;
  const ids = known.map(({ product }) => product.id);
  const facts = known
    .map(({ product, count }) => {
      const title = pick(product.title, lang);
      return `- ${title}: ${formatMoney(product.price, lang)}${count > 1 ? ` × ${count}` : ''}`;
    })
    .join('\n');
  const amount = known.reduce((sum, item) => sum + item.amount, 0);
  return {
    decision: 'total',
    confidence: 0.9,
    source: ids.join(' '),
    steps: [{ step: 'flow', text: LINES.total, values: { facts, total: formatMoney({ amount, currency }, lang) } }],
    state: { shown: ids, focus: undefined },
    used: ids,
  };
}
