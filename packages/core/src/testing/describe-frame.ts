import type { ClientFrame, Cursor } from '../protocol/index.ts';

/** Short names for random ids, in the order of their first appearance: `c1`, `o1`, `o2`. */
export function namer(): (prefix: string, id: string) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (prefix, id) => {
    const known = names.get(id);
    if (known) return known;
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    names.set(id, prefix + count);
    return prefix + count;
  };
}

/** A client's frame as one line of a timeline. */
export function describeFrame(frame: ClientFrame, name: (prefix: string, id: string) => string): string {
  const at = (cursors: readonly Cursor[]) =>
    cursors.map(({ conversation, epoch, seq }) => ` ${name('c', conversation)}@${epoch}:${seq}`).join('');
  switch (frame.t) {
    case 'hello':
      return `hello${frame.secret ? ' secret' : ''}${frame.token ? ` token=${frame.token.split('.')[2]}` : ''}${frame.claim ? ' claim' : ''}${at(frame.cursors)}`;
    case 'append': {
      const { text = frame.kind === 'text' ? '' : JSON.stringify(frame.body) } = frame.body as { text?: string };
      const after = frame.after ? ` after ${name('o', frame.after)}` : '';
      const serving = frame.serving === undefined ? '' : ` serving ${frame.serving}`;
      return `append ${name('o', frame.id)} ${frame.kind} ${text} in ${name('c', frame.conversation)}${after}${serving}`;
    }
    case 'signal':
      return `signal ${frame.name} ${JSON.stringify(frame.body)}`;
    case 'pull':
      return `pull ${name('c', frame.conversation)} before ${frame.before}`;
    case 'watch':
      return `watch ${name('c', frame.conversation)} ${frame.on ? 'on' : 'off'}${at(frame.cursor ? [frame.cursor] : [])}`;
    case 'auth':
      return `auth ${frame.token.split('.')[2]}`;
    default:
      return `${frame.t}${at(frame.cursors)}`;
  }
}
