import type { Localized } from '@xiaoer/assistant';
import { LIMITS } from '@xiaoer/core/protocol';
import { fitsId, pick, plain, sourceOf, textFrom } from './field-source.ts';
import type { ReplyMapping } from './mapping.ts';
import { clip, type RowContext } from './read-product.ts';
import type { SourceRow } from './read-rows.ts';

/** Something that agents say often, with places such as `{shopper}` that the desk fills in. */
export interface SavedReply {
  readonly id: string;
  readonly title: Localized;
  readonly text: Localized;
}

/** Longest title. */
export const MOST_TITLE = 80;

/** Reads a saved reply, or notes why the row is skipped. */
export function readReply(row: SourceRow, mapping: ReplyMapping, context: RowContext): SavedReply | undefined {
  const { value, notes } = row;
  const { fields = {} } = mapping;
  const title = textFrom(value, fields.title ?? 'title', context.locale);
  if (title === undefined) return void notes.skip('there is no title');
  const text = textFrom(value, fields.text ?? 'text', context.locale);
  if (text === undefined) return void notes.skip('there is no text');
  const idAt = sourceOf(fields.id, 'id');
  const id = idAt === undefined ? undefined : plain(pick(value, idAt));
  return {
    id: id !== undefined && fitsId(id) ? id : `reply-${row.row}`,
    title: clip(title, MOST_TITLE, 'the title', notes),
    text: clip(text, LIMITS.textChars, 'the text', notes),
  };
}
