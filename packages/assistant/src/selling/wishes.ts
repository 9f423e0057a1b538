import { type SellingTalk, WISHES, type Wish } from './selling-talk.ts';

/** The wish that a normalised sentence speaks, if it does. */
export function wishOf(text: string, talks: readonly SellingTalk[]): Wish | undefined {
  const wish = WISHES.find((one) => talks.some(({ wishes }) => wishes[one].test(text)));
  return wish === 'cheaper' && talks.some(({ definite }) => definite.test(text)) ? undefined : wish;
}

/** What else a sentence says beside its wish: 桑蚕丝被 of «桑蚕丝被有类似的吗». */
export const withoutWish = (text: string, talks: readonly SellingTalk[]): string =>
  talks.flatMap(({ wishes }) => Object.values(wishes)).reduce((rest, shape) => rest.replace(shape, ' '), text);

/** What it must not be: 不要真丝的, without perfume. Each as it was said; and the text without them. */
export function readWithout(
  text: string,
  talks: readonly SellingTalk[],
): { readonly words: readonly string[]; readonly rest: string } {
  const words: string[] = [];
  let rest = text;
  for (const { without } of talks)
    rest = rest.replace(without, (_, word: string) => {
      words.push(word.trim());
      return ' ';
    });
  return { words: words.filter(Boolean), rest: rest.trim() };
}
