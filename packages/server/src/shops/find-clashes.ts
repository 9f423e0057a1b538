import { apart, type KnowledgeAnswer, type Localized } from '@xiaoer/assistant';
import { wordSet } from '@xiaoer/assistant/learning';

/** Two answers that get in each other's way. */
export interface Clash {
  /** `conflict`: one question, answers that differ in what they say. `alike`: the same asked twice, and answered alike. */
  readonly kind: 'conflict' | 'alike';
  readonly ids: readonly [string, string];
  readonly questions: readonly [string, string];
  /** What the two say differently, when it can be told: 7 and 15. */
  readonly says?: readonly [string, string] | undefined;
}

/** Share of words that two questions have in common from which on they ask the same. */
const ALIKE = 0.8;

interface Asked {
  readonly answer: number;
  readonly text: string;
  /** Words and pairs of characters, by number. */
  grams: number[];
}

const everyText = (text: Localized): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** Share of all grams that both have; both sorted. */
function overlap(a: readonly number[], b: readonly number[]): number {
  let both = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const order = (a[i] as number) - (b[k] as number);
    if (order === 0) both++;
    if (order <= 0) i++;
    if (order >= 0) k++;
  }
  return both / (a.length + b.length - both);
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
const NEGATED = /(?:不能|不可|不支持|无法|不予|不包|不会|没有|\bnot\b|n't\b|\bno\b|\bnever\b)/i;

/** What two texts say differently: other numbers, or one of them no. */
function difference(left: string, right: string): readonly [string, string] | undefined {
  const [a, b] = [left, right].map((text) => [...new Set(text.normalize('NFKC').match(NUMBER) ?? [])].sort());
  if (a && b && a.join() !== b.join()) return [a.join(', ') || '–', b.join(', ') || '–'];
  const [no, other] = [NEGATED.exec(left)?.[0], NEGATED.exec(right)?.[0]];
  return (no === undefined) === (other === undefined) ? undefined : [no ?? '–', other ?? '–'];
}

const same = (left: Localized, right: Localized): boolean => {
  const plain = (text: Localized) => everyText(text).map((one) => one.replace(/[\s\p{P}]/gu, '').toLowerCase());
  const [a, b] = [plain(left), plain(right)];
  return a.some((text) => b.includes(text));
};

/** Text of the language that a question is in, as far as the answer has it. */
function inTheLanguageOf(asked: string, text: Localized): string {
  const texts = everyText(text);
  const han = /\p{Script=Han}/u;
  return texts.find((one) => han.test(one) === han.test(asked)) ?? texts[0] ?? '';
}

/**
 * Answers that conflict and questions that are asked twice, whatever the size of the base: two questions are compared only
 * if they share one of their rarest words, which questions this alike must (prefix filtering, Chaudhuri et al. 2006), and
 * only if they name the same numbers. Answers whose conditions are never met together do not clash.
 */
export function findClashes(answers: readonly KnowledgeAnswer[]): readonly Clash[] {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const blocks = new Map<string, Asked[]>();
  answers.forEach(({ question, phrasings = [] }, answer) => {
    for (const text of [question, ...phrasings].flatMap(everyText)) {
      const { grams, numbers } = wordSet(text);
      if (grams.length === 0) continue;
      const numbered = grams.map((gram) => {
        const id = ids.get(gram) ?? ids.size;
        ids.set(gram, id);
        frequency[id] = (frequency[id] ?? 0) + 1;
        return id;
      });
      const named = numbers.join(' ');
      const block = blocks.get(named);
      if (block) block.push({ answer, text, grams: numbered });
      else blocks.set(named, [{ answer, text, grams: numbered }]);
    }
  });
  // Rarest first, the same order for all.
  const order = frequency.map((_, id) => id).sort((a, b) => (frequency[a] as number) - (frequency[b] as number));
  const rank: number[] = [];
  order.forEach((id, n) => {
    rank[id] = n;
  });

  const clashes = new Map<string, Clash>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const lists = new Map<number, Asked[]>();
    for (const asked of block) {
      asked.grams = asked.grams.map((id) => rank[id] as number).sort((a, b) => a - b);
      const prefix = asked.grams.slice(0, asked.grams.length - Math.ceil(ALIKE * asked.grams.length) + 1);
      const seen = new Set<Asked>();
      for (const gram of prefix) {
        const list = lists.get(gram) ?? [];
        lists.set(gram, list);
        for (const other of list) {
          if (other.answer === asked.answer || seen.has(other)) continue;
          seen.add(other);
          const key = `${other.answer} ${asked.answer}`;
          if (clashes.get(key)?.kind === 'conflict' || overlap(asked.grams, other.grams) < ALIKE) continue;
          const clash = clashOf(answers, other, asked);
          if (clash) clashes.set(key, clash);
        }
        list.push(asked);
      }
    }
  }
  return [...clashes.values()];
}

function clashOf(answers: readonly KnowledgeAnswer[], a: Asked, b: Asked): Clash | undefined {
  const [left, right] = [answers[a.answer] as KnowledgeAnswer, answers[b.answer] as KnowledgeAnswer];
  if (apart(left.when, right.when)) return undefined;
  const pair = { ids: [left.id, right.id], questions: [a.text, b.text] } as const;
  if (same(left.answer, right.answer)) return { kind: 'alike', ...pair };
  const says = difference(inTheLanguageOf(a.text, left.answer), inTheLanguageOf(b.text, right.answer));
  const equal = a.grams.length === b.grams.length && overlap(a.grams, b.grams) === 1;
  return { kind: says || equal ? 'conflict' : 'alike', ...pair, ...(says ? { says } : {}) };
}
