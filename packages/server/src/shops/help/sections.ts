/** A piece of a page in the order of reading. `end` closes what a heading of this level or a lower one has begun. */
export type Block =
  | { readonly line: number; readonly heading: string; readonly level: number; readonly anchor?: string | undefined }
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly end: number };

/** A question of a page with what stands under it. */
export interface Section {
  readonly line: number;
  readonly question: string;
  readonly answer: string;
  readonly anchor?: string | undefined;
  /** Title of what it stands under, if there is one. */
  readonly under?: string | undefined;
}

/** Level of what is a question by its form alone: a summary, a term, `Q:`, a line in bold. It is below every heading. */
export const QUESTION_LEVEL = 7;

/** Why a heading gave no question. */
export interface Left {
  readonly line: number;
  readonly title: string;
  readonly reason: string;
}

interface Open {
  readonly line: number;
  readonly title: string;
  readonly level: number;
  readonly anchor?: string | undefined;
  readonly text: string[];
  below: number;
}

/**
 * Headings with the text under them, up to the next heading. A heading that only holds others is a title; the page's own
 * title with an introduction is left out, and so is a heading with nothing under it.
 */
export function sectionsOf(blocks: readonly Block[]): {
  readonly sections: readonly Section[];
  readonly left: readonly Left[];
} {
  const sections: Section[] = [];
  const left: Left[] = [];
  const open: Open[] = [];
  let stray = 0;
  const close = (level: number): void => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      open.pop();
      const answer = last.text.join('\n').trim();
      const { line, title, anchor } = last;
      const under = open.findLast(({ level: above }) => above > 1)?.title;
      if (answer === '') {
        if (last.below === 0) left.push({ line, title, reason: 'there is no text under it' });
      } else if (last.level === 1 && last.below > 0)
        left.push({ line, title, reason: 'it is the title of the page, and the text under it an introduction' });
      else sections.push({ line, question: title, answer, anchor, under });
    }
  };
  for (const block of blocks) {
    if ('end' in block) close(block.end);
    else if ('heading' in block) {
      close(block.level);
      for (const one of open) one.below++;
      open.push({
        line: block.line,
        title: block.heading,
        level: block.level,
        anchor: block.anchor,
        text: [],
        below: 0,
      });
    } else if (block.text.trim() !== '') {
      const last = open.at(-1);
      if (last) last.text.push(block.text.trim());
      else if (stray === 0) stray = block.line;
    }
  }
  close(0);
  if (stray > 0)
    left.push({ line: stray, title: '', reason: 'the text before the first heading belongs to no question' });
  return { sections: sections.sort((a, b) => a.line - b.line), left: left.sort((a, b) => a.line - b.line) };
}

const ASKS =
  /[?？]\s*$|吗|呢|怎|如何|什么|哪|多少|多久|几|是否|能否|可否|为何|^(?:how|what|when|where|which|who|why|can|could|do|does|did|is|are|will|would|should|may|must)\b/i;

/** Whether a title is worded as shoppers ask. */
export const asks = (title: string): boolean => ASKS.test(title);
