import { fits, type Sample } from '../protocol/fields.ts';
import type { Content } from '../protocol/index.ts';

/** What the folds read of a body. Of all other kinds they know no more than the name. */
const READ: Readonly<Record<string, Sample>> = {
  text: { text: 'x', 'reply?': { to: 0, 'value?': '' }, 'streaming?': true },
  final: { of: 0, text: 'x', 'cut?': '' },
  form: { 'to?': 0, 'answers?': {} },
  handoff: { state: '', 'reason?': '', 'agent?': { id: '', name: '' } },
  rating: { state: '', 'score?': 0 },
  retracted: { target: 0 },
  read: { upTo: 0 },
};

/**
 * The content of an event or op, as far as the folds go: the server has checked the rest before it took it, and who
 * draws it checks it again.
 */
export const interpret = ({ kind, body }: { readonly kind: string; readonly body: object }): Content =>
  (fits(READ[kind] ?? {}, body) ? { kind, body } : { kind: 'unknown', body }) as Content;
