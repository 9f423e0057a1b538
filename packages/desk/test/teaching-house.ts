import type { Change } from '../src/merchant/teaching/change.ts';
import type { KnowledgeAnswer } from '../src/merchant/teaching/knowledge-answer.ts';

/** An answer in two languages. */
export const FEE: KnowledgeAnswer = {
  id: 'fee',
  question: { 'zh-CN': '运费怎么算？', en: 'How much is shipping?' },
  phrasings: [{ 'zh-CN': '包邮吗', en: 'Is it free?' }],
  answer: { 'zh-CN': '满 88 元包邮。', en: 'Free from 88.' },
};
/** One in English alone. */
export const WASH: KnowledgeAnswer = {
  id: 'wash',
  question: { en: 'How to wash it?' },
  answer: { en: 'Dry clean only.' },
};

const FIGURES = {
  rows: 12,
  answered: 0.75,
  precision: 0.9,
  judged: 9,
  wrong: 1,
  top3: 0.9,
  wronglyKept: 0,
  wronglyHandedOver: 0.1,
  p95Ms: 3,
};
/** A message that a change wins. */
export const SHIFT = {
  text: 'what about the postage',
  conversation: 'conversation-mei-00000000',
  before: { did: 'unknown' },
  after: { did: 'answered', given: 'fee', verdict: 'right' },
  own: true,
};
/** What changes do. */
export const EFFECT = {
  before: FIGURES,
  after: { ...FIGURES, answered: 0.8 },
  precision: { before: 0.9, after: 0.9 },
  won: [SHIFT],
  broke: [],
  refused: false,
};
/** What three shoppers asked. */
export const LESSON = {
  id: 'c0ffee00',
  count: 3,
  conversations: 3,
  lang: 'en',
  why: { 'handed-over': 2, abstained: 1, disliked: 0 },
  first: 1,
  newest: 2,
  examples: [
    { text: 'can you engrave it', lang: 'en', count: 2, conversation: 'conversation-mei-00000000' },
    { text: 'is engraving possible', lang: 'en', count: 1, conversation: 'conversation-lee-00000000' },
  ],
  reply: { text: 'Yes, for 20 yuan.', used: 2, alike: 2 },
  change: [
    {
      do: 'add',
      answer: {
        id: 'learned-c0ffee00',
        question: { en: 'can you engrave it' },
        phrasings: [{ en: 'is engraving possible' }],
        answer: { en: 'Yes, for 20 yuan.' },
      },
    },
  ],
};

/** The server's learning in memory: what was sent, and what it says. */
export function house() {
  const sent: { path: string; body: Readonly<Record<string, unknown>> }[] = [];
  let answers = [FEE, WASH];
  let versions: {
    version: number;
    at: number;
    by: object;
    changes: readonly Change[];
    note: string;
    undone?: object;
  }[] = [];
  let effect: object = EFFECT;
  let refuse: { status: number; body: object } | undefined;
  const overview = () => ({
    base: versions.length,
    versions: versions.length,
    automatic: false,
    sentences: null,
    bands: null,
    answers: answers.length,
    problems: [],
    locales: ['zh-CN', 'en'],
  });
  const ask = async (address: string, init?: RequestInit): Promise<Response> => {
    const path = address.replace('/desk/api/learning', '');
    if (init) sent.push({ path, body: JSON.parse(String(init.body)) });
    const body = sent.at(-1)?.body ?? {};
    if (init && refuse) {
      const { status, body: said } = refuse;
      refuse = undefined;
      return Response.json(said, { status });
    }
    if (path === '') return Response.json(overview());
    if (path === '/answers') return Response.json({ answers });
    if (path.startsWith('/lessons')) return Response.json({ count: 1, lessons: [LESSON] });
    if (path === '/preview') return Response.json(effect);
    if (path === '/ask') {
      const say = (text: string) => ({
        lines: [{ kind: 'text', body: { text }, text }],
        trace: { turn: 1, decision: 'answer', confidence: 0.91, candidates: [], state: { said: text } },
      });
      const more = Array.isArray(body['changes']) && body['changes'].length > 0 ? { draft: say('As drafted') } : {};
      return Response.json({ live: say('As it is'), ...more });
    }
    if (path === '/undo') {
      versions = versions.map((one) => ({
        ...one,
        undone: { version: 9, at: 3, by: { id: 'agent:mei', name: 'Mei' } },
      }));
      return Response.json({ base: 9, automatic: false, versions });
    }
    if (path === '/versions' && init) {
      const changes = body['changes'] as readonly Change[];
      for (const change of changes) if (change.do === 'add') answers = [...answers, change.answer];
      const version = {
        version: versions.length + 1,
        at: 2,
        by: { id: 'agent:mei', name: 'Mei' },
        changes,
        note: String(body['note']),
        effect: { ...EFFECT, won: 1, broke: 0 },
      };
      versions = [...versions, version];
      return Response.json({ version, effect });
    }
    if (path === '/versions') return Response.json({ base: versions.length, automatic: false, versions });
    return Response.json({ code: 'not-found' }, { status: 404 });
  };
  return {
    ask,
    sent,
    next: (path: string) => sent.filter((one) => one.path === path).at(-1)?.body,
    refuseOnce: (status: number, body: object) => {
      refuse = { status, body };
    },
    setEffect: (next: object) => {
      effect = next;
    },
  };
}
