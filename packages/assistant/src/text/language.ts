/** A language the assistant speaks. */
export type Language = 'zh-CN' | 'en';

/** Codes, sizes and addresses of e-mail are no words of any language. */
const CODE = /[!-~]*[\d@][!-~]*/g;
const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]+(?:'[a-z]+)?/g;

/** Words that only an English sentence has; a brand name or a size inside a Chinese one does not count. */
const ENGLISH = new Set(
  'the a an is are do does can could i you my me it this that what how where when which who why for to of in on and or please hi hello hey thanks thank yes no not any have want need with your ok bye cancel human agent order below under over about show find looking buy price size cost shipping delivery return refund cheap cheaper best good help there was did does from this these those we they but so just only'.split(
    ' ',
  ),
);

/** The language of a page's locale; English for what the assistant does not speak. */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh-CN' : 'en');

/**
 * The language of a sentence by script and stop words; undefined when it does not tell (a number, a size,
 * a name), so that the caller keeps the language of the conversation.
 */
export function detectLanguage(text: string): Language | undefined {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.toLowerCase().replace(CODE, ' ').match(LATIN_WORD) ?? [];
  if (han > 0 && han * 2 >= words.length) return 'zh-CN';
  if (words.some((word) => ENGLISH.has(word))) return 'en';
  return words.length >= 3 ? 'en' : undefined;
}
