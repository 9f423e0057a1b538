import { isSafeUrl } from '@xiaoer/core/protocol';

/** A run of words: plain, marked, or a link. */
export type Inline =
  | string
  | { readonly mark: 'strong' | 'em' | 'code'; readonly inside: readonly Inline[] }
  | { readonly href: string; readonly inside: readonly Inline[] };

/** Lines of words, or a list. */
export type Block =
  | { readonly kind: 'lines'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

/*
 * One alternative a mark. Each excludes its own opening sign from its inside, so that a scan never runs further than
 * to the next one: a message of nothing but stars or brackets costs linear time.
 */
const MARKS =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|\[([^[\]\n]+)\]\(([^()\s]+)\)|https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%[\]]+/gi;

const wordLike = (char: string | undefined) => char !== undefined && /[A-Za-z0-9]/.test(char);
const padded = (text: string) => text !== text.trim();

/** A full stop or a closing bracket after a bare address belongs to the sentence. */
function bareAddress(found: string): string {
  const address = found.replace(/[.,;:!?'*]+$/, '');
  return address.endsWith(')') && !address.includes('(') ? address.slice(0, -1) : address;
}

function markOf(match: RegExpMatchArray, before: string | undefined, after: string | undefined): Inline | undefined {
  const [whole, code, bold, italic, label, href] = match;
  if (code !== undefined) return { mark: 'code', inside: [code] };
  if (bold !== undefined) return padded(bold) ? undefined : { mark: 'strong', inside: parseInline(bold) };
  if (italic !== undefined) {
    // 200*230*40 is a size, not an emphasis.
    if (padded(italic) || wordLike(before) || wordLike(after)) return undefined;
    return { mark: 'em', inside: parseInline(italic) };
  }
  if (label !== undefined) return isSafeUrl(href) ? { href, inside: [label] } : undefined;
  const address = bareAddress(whole);
  return isSafeUrl(address) ? { href: address, inside: [address] } : undefined;
}

/** Splits one stretch of text into words, marks and links. What is not a well-formed mark stays as it was typed. */
export function parseInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    const end = match.index + match[0].length;
    const mark = markOf(match, text[match.index - 1], text[end]);
    if (!mark) continue;
    if (match.index > at) found.push(text.slice(at, match.index));
    found.push(mark);
    // A bare address may be shorter than what was matched: the rest is text again.
    at =
      match[0].startsWith('http') && typeof mark === 'object' && 'href' in mark ? match.index + mark.href.length : end;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

/** Reads the small markup of messages: marks, links, and lines that start with `- `. Never HTML. */
export function parseMarkup(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'lines', inside: parseInline(lines.join('\n')) });
    if (items.length > 0) blocks.push({ kind: 'list', items: items.map(parseInline) });
    lines = [];
    items = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const item = /^[-•] (.*\S.*)$/.exec(line)?.[1];
    if (item === undefined ? items.length > 0 : lines.length > 0) flush();
    if (item === undefined) lines.push(line);
    else items.push(item);
  }
  flush();
  return blocks;
}
