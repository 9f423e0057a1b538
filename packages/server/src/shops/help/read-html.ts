import { isObject } from '@xiaoer/core/protocol';
import { decodeEntities } from './entities.ts';
import { type Block, QUESTION_LEVEL } from './sections.ts';

/** A help page as far as it matters. */
export interface HelpPage {
  /** `lang` of the page. */
  readonly lang: string | undefined;
  /** Address that the page gives as its own. */
  readonly url: string | undefined;
  readonly blocks: readonly Block[];
  /** Questions that the page tells to machines (schema.org FAQPage); where there are some, they are all of its questions. */
  readonly stated: readonly { readonly question: string; readonly answer: string }[];
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

/** What is on every page and no part of an answer. */
const LEFT_OUT = new Set(
  'head nav header footer aside form button select textarea svg noscript template iframe dialog script style'.split(
    ' ',
  ),
);

/** Of these all up to their end is text for machines. */
const RAW = new Set(['script', 'style', 'textarea']);

const BREAKS = new Set(
  'p div section article main ul ol table tbody thead tr br hr dl dd blockquote pre figure figcaption address fieldset details'.split(
    ' ',
  ),
);

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value).trim() || undefined;
};

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Every question that a piece of JSON-LD states, wherever it stands in it. */
function statedIn(value: unknown, found: { question: string; answer: string }[]): void {
  if (Array.isArray(value)) for (const one of value) statedIn(one, found);
  if (!isObject(value)) return;
  const { name, acceptedAnswer } = value;
  const given = Array.isArray(acceptedAnswer) ? acceptedAnswer[0] : acceptedAnswer;
  if (
    value['@type'] === 'Question' &&
    typeof name === 'string' &&
    isObject(given) &&
    typeof given['text'] === 'string'
  ) {
    const answer = readHtml(given['text']).blocks.flatMap((block) => ('text' in block ? [block.text] : []));
    found.push({ question: tidy(decodeEntities(name)), answer: answer.join('\n') });
    return;
  }
  for (const one of Object.values(value)) if (typeof one === 'object') statedIn(one, found);
}

/**
 * Reads a help page: headings, summaries and terms with the text under them, lists as lines, tables as rows. Menus, forms
 * and scripts are left out. It needs no browser, and markup with mistakes is read as far as it goes.
 */
export function readHtml(html: string): HelpPage {
  const blocks: Block[] = [];
  const stated: { question: string; answer: string }[] = [];
  let [lang, url]: (string | undefined)[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (place: number): number => {
    for (; counted < place; counted++) if (html.charCodeAt(counted) === 10) line++;
    return line;
  };
  let heading: { level: number; text: string; anchor: string | undefined; line: number } | undefined;
  let text = '';
  let textLine = 1;
  const skipped: string[] = [];
  const flush = (): void => {
    const words = tidy(text);
    if (words !== '') blocks.push({ line: textLine, text: words });
    text = '';
  };
  const say = (words: string, place: number): void => {
    if (skipped.length > 0) return;
    if (heading) heading.text += words;
    else {
      if (text.trim() === '') textLine = lineAt(place);
      text += words;
    }
  };
  const words = (from: number, to: number): void =>
    say(decodeEntities(html.slice(from, to).replace(/\s+/g, ' ')), from);

  let from = 0;
  TAG.lastIndex = 0;
  const tag = new RegExp(TAG);
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    words(from, match.index);
    from = tag.lastIndex;
    const [, slash, written, attributes = ''] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const closes = slash === '/';
    if (name === 'html') lang ??= attribute(attributes, 'lang');
    if (name === 'link' && attribute(attributes, 'rel') === 'canonical') url ??= attribute(attributes, 'href');
    if (RAW.has(name) && !closes) {
      const end = html.toLowerCase().indexOf(`</${name}`, from);
      const inside = html.slice(from, end < 0 ? html.length : end);
      if (name === 'script' && /ld\+json/i.test(attributes))
        try {
          statedIn(JSON.parse(inside), stated);
        } catch {
          // A page whose data for machines is broken is read like one that has none.
        }
      from = end < 0 ? html.length : end;
      tag.lastIndex = from;
      continue;
    }
    if (RAW.has(name)) continue;
    if (LEFT_OUT.has(name) && !/\/\s*$/.test(attributes)) {
      // The header of an article holds its title; that of the page its menu.
      if (!closes) skipped.push(name);
      else if (skipped.includes(name)) skipped.length = skipped.lastIndexOf(name);
      continue;
    }
    if (skipped.length > 0) continue;
    const level = name === 'summary' || name === 'dt' ? QUESTION_LEVEL : Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    if (level > 0) {
      if (heading) {
        const title = tidy(heading.text).replace(/\n/g, ' ');
        if (title !== '')
          blocks.push({ line: heading.line, heading: title, level: heading.level, anchor: heading.anchor });
        heading = undefined;
      }
      if (!closes) {
        flush();
        heading = { level, text: '', anchor: attribute(attributes, 'id'), line: lineAt(match.index) };
      }
    } else if (name === 'li' && !closes) say('\n- ', match.index);
    else if ((name === 'td' || name === 'th') && !closes) say(/(?:^|\n)\s*$/.test(text) ? '' : ' · ', match.index);
    else if (BREAKS.has(name)) say('\n', match.index);
    if (closes && (name === 'details' || name === 'dl')) {
      flush();
      blocks.push({ line: lineAt(match.index), end: QUESTION_LEVEL });
    }
  }
  words(from, html.length);
  flush();
  return { lang, url, blocks, stated };
}
