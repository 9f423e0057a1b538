/** Hides what is personal behind names, and puts it back. */
export interface Masks {
  /** The text with ⟨phone-1⟩, ⟨mail-1⟩ … in place of what is personal; the same value has the same name. */
  hide(text: string): string;
  /** The text with the values back in place of their names; a name that nobody gave stays. */
  show(text: string): string;
}

type Shape = readonly [name: string, pattern: RegExp];

const SPOKEN = '[零〇一二三四五六七八九幺]';

/** In their order: what is found first is not looked at again. */
const SHAPES: readonly Shape[] = [
  ['mail', /[\w.+-]+\s?(?:@|＠|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+/gi],
  ['link', /https?:\/\/[^\s\u3000-\u9fff]+/gi],
  // Identity cards of the mainland: a birthday in the middle, a check digit that may be X.
  ['id', /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g],
  ['id', /(?<![0-9A-Za-z])\d{3}-\d{2}-\d{4}(?![0-9A-Za-z])/g],
  [
    'id',
    /(?<=(?:护照|证件|身份证|passport|id card|ssn)[^\n]{0,12}?)(?<![0-9A-Za-z])[A-Za-z]{0,2}\d{6,17}[0-9Xx]?(?![0-9A-Za-z])/gi,
  ],
  ['phone', /(?<![0-9A-Za-z])(?:\+|00)\d{1,3}(?:[ .()-]*\d){7,12}(?![0-9A-Za-z])/g],
  ['card', /(?<![0-9A-Za-z])\d(?:[ -]?\d){12,18}(?![0-9A-Za-z])/g],
  ['phone', /(?<![0-9A-Za-z])(?:86[ -]?)?1[3-9]\d(?:[ .-]?\d){8}(?![0-9A-Za-z])/g],
  ['phone', /(?<![0-9A-Za-z])\(?\d{3,4}\)?[ .-]\d{3,4}[ .-]?\d{4}(?![0-9A-Za-z])/g],
  ['phone', new RegExp(`(?<!${SPOKEN})${SPOKEN}(?:[ -]?${SPOKEN}){6,14}(?!${SPOKEN})`, 'g')],
  [
    'contact',
    /(?<=(?:微信|wechat|weixin|qq|telegram|whatsapp)(?:号|id)?\s*(?:是|is|为)?\s*[:：]?\s*)[A-Za-z0-9_-]{5,30}/gi,
  ],
  // Orders, parcels, tickets: letters and many digits.
  // An amount, a measure, a year or a date is none.
  [
    'number',
    /(?<![0-9A-Za-z.,]|[¥￥$€£]\s?)(?!(?:19|20)\d{2}[-/.](?:0?\d|1[0-2])[-/.])(?:[A-Za-z]{1,6}[-_]?\d{4,30}|\d{5,30})(?:[-_][0-9A-Za-z]{1,12})*(?![0-9A-Za-z%])(?!\s*(?:元|块|年|ml|mah|w\b|g\b))/gi,
  ],
  [
    'address',
    /(?:\p{Script=Han}{2,9}(?:省|自治区|特别行政区))?(?:\p{Script=Han}{2,8}(?:市|州|盟))?(?:\p{Script=Han}{1,8}(?:区|县|旗))?(?:\p{Script=Han}{1,8}(?:镇|乡|街道))?\p{Script=Han}{1,10}(?:路|街|大道|巷|弄|胡同|小区|村|花园|公寓|大厦|苑)\s*(?:[0-9０-９一二三四五六七八九十百]+\s*(?:号|弄|栋|幢|座|楼|单元|室|层|-)?\s*)+/gu,
  ],
  [
    'address',
    /\p{Script=Han}{2,8}(?:省|市)\p{Script=Han}{1,8}(?:区|县|市)(?:\p{Script=Han}{1,10}(?:镇|乡|街道|路|街|村))?/gu,
  ],
  [
    'address',
    /(?<![0-9A-Za-z])\d{1,5}[a-z]?,?\s+(?:[A-Z][\w'.-]*\s+){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|place|pl|square|sq|boulevard|blvd|way|terrace|close)\b\.?(?:,?\s*(?:apt|apartment|flat|unit|suite|#)\.?\s*[\w-]+)?(?:,\s*[A-Z][\w .'-]{1,40}){0,3}(?:\s+[A-Z]{0,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}|\s+\d{5}(?:-\d{4})?)?/gi,
  ],
];

const NAME = /⟨[a-z]+-\d+⟩/g;

/**
 * What a shopper is told by: phones, mail and postal addresses, cards, identity and order numbers, and the names that are
 * given. The same table shows what came back, so that an answer may speak of «order ⟨number-1⟩».
 *
 * @param names - of people, as the house knows them; hidden wherever they stand.
 */
export function createMasks(names: readonly string[] = []): Masks {
  const given = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();

  function nameOf(kind: string, value: string): string {
    const key = `${kind}:${value}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    const name = `⟨${kind}-${n}⟩`;
    given.set(key, name);
    values.set(name, value);
    return name;
  }

  const people = names.map((name) => name.trim()).filter((name) => name.length > 1);

  /** What is hidden already is passed over. */
  const outside = (text: string, change: (part: string) => string): string => {
    let out = '';
    let from = 0;
    for (const match of text.matchAll(NAME)) {
      out += change(text.slice(from, match.index)) + match[0];
      from = match.index + match[0].length;
    }
    return out + change(text.slice(from));
  };

  return {
    hide(text) {
      // Digits of full width are digits; what looks like one of our names is none.
      let hidden = text.normalize('NFKC').replace(/[⟨⟩]/g, '');
      for (const person of people)
        hidden = outside(hidden, (part) => part.replaceAll(person, () => nameOf('name', person)));
      for (const [kind, pattern] of SHAPES)
        hidden = outside(hidden, (part) => part.replace(pattern, (value) => nameOf(kind, value)));
      return hidden;
    },
    show: (text) => text.replace(NAME, (name) => values.get(name) ?? name),
  };
}
