import { table } from '../protocol/fields.ts';
import type { Content } from '../protocol/index.ts';

/** What the folds read of a body. Of all other kinds they know no more than the name. */
const READ = table({
  text: 'text reply?',
  form: 'to? answers?',
  handoff: 'state reason? agent?',
  rating: 'state score?',
  retracted: 'target',
  read: 'upTo',
});

/**
 * The content of an event or op, as far as the folds go: the server has checked the rest before it took it, and who
 * draws it checks it again.
 */
export const interpret = ({ kind, body }: { readonly kind: string; readonly body: object }): Content =>
  (READ.get(kind)?.(body) === false ? { kind: 'unknown', body } : { kind, body }) as Content;
