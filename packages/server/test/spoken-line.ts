import { append, dial, hello, type Line } from './inn.ts';

export const SECRET = 's'.repeat(43);
export const CONVERSATION = 'c'.repeat(22);

/** The next refusal: class and code, and what it answers. */
export const refusal = async (line: Line): Promise<string> => {
  const { class: kind, code, id, nonce } = await line.next('nack');
  return `${kind} ${code} ${id ?? nonce ?? '-'}`;
};

/** A shopper who is welcome and has said a word. */
export async function shopper(
  inn: Parameters<typeof dial>[0],
  secret = SECRET,
  conversation = CONVERSATION,
): Promise<Line> {
  const line = await dial(inn, '/ws');
  line.send(hello({ secret }));
  await line.next('welcome');
  line.send(append(conversation, 'first', '运费怎么算'));
  await line.next('ack');
  return line;
}
