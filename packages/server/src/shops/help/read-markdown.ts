import { type Block, QUESTION_LEVEL } from './sections.ts';

const HEADING = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const ANCHOR = /\s*\{#([\w-]+)\}$/;
const BOLD = /^(?:\*\*|__)([^*_]+[?？])(?:\*\*|__)$/;
const ASKED = /^(?:[-*]\s+)?(?:\*\*)?(?:Q|问|问题)\s*\d*\s*[:：.、]\s*(?:\*\*)?\s*(.+?)(?:\*\*)?$/i;
const ANSWERED = /^(?:\*\*)?(?:A|答|回答)\s*\d*\s*[:：.、]\s*(?:\*\*)?\s*/i;

/** Text of a line: links by their words and address, no pictures, no HTML. Bold and italic are kept, the chat shows them. */
const plain = (line: string): string =>
  line
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\(\s*(https?:[^)\s]+)[^)]*\)/g, '$1 ($2)')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/^>\s?/, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .trimEnd();

/** The blocks of a page in Markdown: headings, `Q:` and `A:` lines, lines in bold that ask, and the text between them. */
export function markdownBlocks(markdown: string): readonly Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let fence: string | undefined;
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  for (let n = front + 1; n < lines.length; n++) {
    const raw = lines[n] ?? '';
    const line = n + 1;
    const mark = /^\s*(```|~~~)/.exec(raw)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence !== undefined) {
      blocks.push({ line, text: raw });
      continue;
    }
    // A line of = or - under a text makes a heading of it.
    const under = /^(=+|-{2,})\s*$/.exec(lines[n + 1] ?? '')?.[1];
    if (under !== undefined && raw.trim() !== '' && !/^[#>\-*|]/.test(raw)) {
      blocks.push({ line, heading: plain(raw).trim(), level: under.startsWith('=') ? 1 : 2 });
      n++;
      continue;
    }
    const heading = HEADING.exec(raw);
    if (heading) {
      const [, marks = '', title = ''] = heading;
      const anchor = ANCHOR.exec(title)?.[1];
      const words = plain(title.replace(ANCHOR, ''))
        .replace(/\*\*|__/g, '')
        .trim();
      if (words !== '') blocks.push({ line, heading: words, level: marks.length, anchor });
      continue;
    }
    const asked = BOLD.exec(raw.trim())?.[1] ?? ASKED.exec(raw.trim())?.[1];
    if (asked !== undefined) blocks.push({ line, heading: plain(asked).trim(), level: QUESTION_LEVEL });
    else blocks.push({ line, text: plain(raw.replace(ANSWERED, '')) });
  }
  return blocks;
}
