/** What a shopper may want of goods that are being looked at, beside naming others. */
export type Wish = 'cheaper' | 'dearer' | 'others' | 'brand' | 'similar' | 'beside' | 'bundle' | 'any';

const SHAPES: readonly (readonly [Wish, RegExp])[] = [
  [
    'bundle',
    /凑单|凑个单|凑(?:够|到|满)|差多少.{0,6}(?:包邮|免邮|免运)|(?:再买|加).{0,6}(?:包邮|免邮)|怎么.{0,4}(?:包邮|免邮)|(?:how much|how far|what|add|reach|away|more|need).{0,24}free (?:shipping|delivery)|to get free (?:shipping|delivery)/,
  ],
  ['brand', /(?:换|别的|其他|其它|另一|另外).{0,2}(?:牌子|品牌|牌)|(?:another|other|different) brands?/],
  [
    'beside',
    /搭配|搭什么|搭啥|配什么|配啥|配套|配件|一起用|一起买|还需要.{0,3}(?:什么|啥)|goes? (?:well |nicely )?with|pairs? (?:well )?with|to match|accessor|what else (?:do i|should i|would i) (?:need|get)|go along with/,
  ],
  [
    'similar',
    /类似|相似|平替|差不多的|同类|像这|这种风格|similar|alternatives?\b|(?:something|anything|ones?|more) like (?:this|it|that|these)/,
  ],
  [
    'others',
    /换一?(?:批|组|拨)|换(?:个|几个|点|些)?别的|(?:还有|看看|来点|有没有)(?:没有)?(?:别的|其他|其它)|(?:这些|这几个|这几款|都)(?:都)?不(?:喜欢|要|行|好|合适|满意)|不(?:喜欢|要)(?:这些|这几|它们|这个|这款|这件)|none of (?:these|those|them)|(?:don't|do not|dont) (?:like|want) (?:these|those|them|any|this|it|that)|not (?:these|those|any of)|show (?:me )?(?:some |the )?(?:others?|more|different)|(?:any|some|see|the) others\b|something else|what else (?:do you have|have you|is there)|other (?:ones|options)|more options/,
  ],
  [
    'cheaper',
    /便宜(?:点|一点|些|一些)的?|更便宜|再便宜|(?:太|有点|有些|好|挺)贵|贵了|价位低|(?:something|anything|any|some|a) ?(?:bit )?(?:cheaper|less expensive|more affordable)|^(?:a bit |much |way |even )?cheaper[.!?]?$|(?:too|bit|very|so) (?:expensive|pricey|dear)|(?:over|above|beyond) my budget|can't afford|less expensive (?:ones?|options?)|cheaper (?:ones|options)/,
  ],
  [
    'dearer',
    /贵(?:点|一点|些|一些)的|好(?:点|一点|些|一些)的|高档|上档次|档次高|更好的|(?:something|anything|a bit|bit) (?:nicer|better|fancier|more premium)|higher end|high end|better quality|more premium/,
  ],
  [
    'any',
    /^(?:都行|都可以|都好|随便|无所谓|看着办|不限|不挑|any(?:thing)?|either|whatever|i don't mind|no preference|doesn't matter|does not matter)[的啦吧。.!！~]*$/,
  ],
];

/** «The cheaper one» is one of those that are shown; «something cheaper» is another. */
const DEFINITE = /便宜的?那|最便宜|the (?:cheaper|cheapest|less expensive)|cheapest/;

/** The wish that a normalised sentence speaks, if it does. */
export function wishOf(text: string): Wish | undefined {
  const wish = SHAPES.find(([, shape]) => shape.test(text))?.[0];
  return wish === 'cheaper' && DEFINITE.test(text) ? undefined : wish;
}

/** What else a sentence says beside its wish: 桑蚕丝被 of «桑蚕丝被有类似的吗». */
export const withoutWish = (text: string): string => SHAPES.reduce((rest, [, shape]) => rest.replace(shape, ' '), text);

const WITHOUT =
  /(?:不要|不想要|不能有|不含|不带|别要|除了)((?:(?!这|那|了|别|太|它|都|钱)[\p{L}\d])[\p{L}\d]{0,9}?)(?:的|以外|之外|成分)?(?=$|[，,。！!？?\s])|\b(?:no|not|without|except|anything but|nothing with|avoid) (?:any |in |the )?((?!these|those|this|that|thanks|thank|problem|longer|idea|too|so|sure|more|need|a\b|an\b|it\b|one|now|yet|really|at\b)[a-z]+(?: [a-z]+)?)(?=$|[,.!?])/gu;

/** What it must not be: 不要真丝的, without perfume. Each as it was said; and the text without them. */
export function readWithout(text: string): { readonly words: readonly string[]; readonly rest: string } {
  const words: string[] = [];
  const rest = text.replace(WITHOUT, (_, zh?: string, en?: string) => {
    words.push((zh ?? en ?? '').trim());
    return ' ';
  });
  return { words: words.filter(Boolean), rest: rest.trim() };
}
