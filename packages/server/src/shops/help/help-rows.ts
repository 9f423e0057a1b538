import { createHash } from 'node:crypto';
import { readHtml } from './read-html.ts';
import { markdownBlocks } from './read-markdown.ts';
import { asks, type Section, sectionsOf } from './sections.ts';

/** A question of a page as a row in our own shape, with what is to be said of it. */
export interface HelpRow {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly flag?: string | undefined;
}

/** Rows of a page, and what of it became none. */
export interface HelpRows {
  readonly rows: readonly HelpRow[];
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** What is to be said of the page as a whole. */
  readonly flag?: string | undefined;
}

/** The same question keeps its id when the page around it changes. */
const idOf = (question: string): string => `q-${createHash('sha256').update(question).digest('hex').slice(0, 12)}`;

const inLanguage = (text: string, lang: string | undefined) => (lang === undefined ? text : { [lang]: text });

/** The language of the shop that a page is written in; undefined for its first, and for a page that does not say. */
function languageOf(lang: string | undefined, locales: readonly string[]): string | undefined {
  const base = (name: string) => name.toLowerCase().split('-')[0];
  const known = lang === undefined ? undefined : locales.find((locale) => base(locale) === base(lang));
  return known === locales[0] ? undefined : known;
}

function rowOf(
  { line, question, answer, anchor, under }: Omit<Section, 'line'> & { readonly line: number },
  lang: string | undefined,
  url: string | undefined,
): HelpRow {
  const address = url === undefined ? undefined : anchor === undefined ? url : `${url.replace(/#.*$/, '')}#${anchor}`;
  const value = {
    id: idOf(question),
    question: inLanguage(question, lang),
    answer: inLanguage(answer, lang),
    ...(address === undefined ? {} : { url: address }),
  };
  if (asks(question)) return { line, value };
  const title = `"${question.slice(0, 60)}"`;
  // «Delivery» under «Returns» asks nothing alone: how shoppers would ask for it has to be written.
  const flag = `${title} is a title and no question${under ? ` (under "${under.slice(0, 40)}")` : ''}; add phrasings in which shoppers ask it`;
  return { line, value, flag };
}

/** The questions of a help page in Markdown or HTML. */
export function helpRows(text: string, format: 'markdown' | 'html', locales: readonly string[]): HelpRows {
  const page = format === 'html' ? readHtml(text) : undefined;
  const lang = languageOf(page?.lang, locales);
  if (page && page.stated.length > 0)
    return {
      rows: page.stated.map(({ question, answer }, n) => rowOf({ line: n + 1, question, answer }, lang, page.url)),
      skipped: [],
      flag: `its ${page.stated.length} questions were taken from the page's own data for search engines (FAQPage); its headings were not read`,
    };
  const { sections, left } = sectionsOf(page ? page.blocks : markdownBlocks(text));
  return {
    rows: sections.map((section) => rowOf(section, lang, page?.url)),
    skipped: left.map(({ line, title, reason }) => ({
      line,
      reason: title === '' ? reason : `"${title.slice(0, 60)}": ${reason}`,
    })),
  };
}
