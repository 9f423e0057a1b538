import type { Language } from '../text/language.ts';
import type { Prompts } from './words/prompts.ts';
import { EN } from './words/prompts-en.ts';
import { ZH_CN } from './words/prompts-zh-cn.ts';

/** What a provider is asked for. */
export type Stage = 'rewrite' | 'rank' | 'answer';

/** One message of a chat, as language models take it. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** What is said to a provider, by language. */
export const PROMPTS: Readonly<Record<Language, Prompts>> = { en: EN, 'zh-CN': ZH_CN };

/**
 * What is said to a language model for a stage. The data stand in a marked block as JSON in which `<`, `>` and line breaks
 * are escaped: nothing in it can end the block.
 */
export function messagesFor(stage: Stage, lang: Language, shop: string, data: unknown): readonly ChatMessage[] {
  const prompts = PROMPTS[lang];
  const json = JSON.stringify(data).replace(
    /[<>\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    { role: 'system', content: `${prompts.frame.replace('{shop}', shop)}\n\n${prompts[stage]}` },
    { role: 'user', content: `${prompts.data}\nBEGIN DATA\n${json}\nEND DATA\n${prompts.now[stage]}` },
  ];
}

/**
 * The number of the candidate that a reply chooses, 0 for none.
 * @throws Error for a reply that is no number, or one that no candidate has.
 */
export function readChoice(reply: string, candidates: number): number {
  const said = /^\W{0,8}(\d{1,2})\D{0,4}$/.exec(reply.trim())?.[1] ?? (/^\W*none\W*$/i.test(reply) ? '0' : undefined);
  const n = said === undefined ? Number.NaN : Number(said);
  if (Number.isNaN(n) || n > candidates)
    throw Object.assign(new Error('the choice cannot be read'), { name: 'UnreadableError' });
  return n;
}

/** What a rewritten message says; undefined for none, and for what is no single line of a shopper. */
export function readRewritten(reply: string): string | undefined {
  const text = reply.trim().replace(/^["“「]|["”」]$/g, '');
  return text === '' || text.length > 300 || text.includes('\n') || /^\W*none\W*$/i.test(text) ? undefined : text;
}
