import { DAY, NOW, type Sample } from './sample.ts';

const question = { text: 'I am not sure which one you mean. One of these?' };
const options = [
  { label: 'Return window', value: 'return' },
  { label: 'Exchange size', value: 'exchange' },
  { label: 'Something else', value: 'else' },
];
const choices = { kind: 'choices', body: { ...question, options } } as const;
const address = {
  kind: 'form',
  body: {
    title: 'New address for 2207-0418',
    submit: 'Change',
    fields: [
      { name: 'phone', label: 'Phone', type: 'tel', required: true },
      { name: 'street', label: 'Street', type: 'text', required: true, value: 'Wulin Road 88, 3-1202' },
      { name: 'hint', label: 'For the courier', type: 'textarea' },
    ],
  },
} as const;
const article = {
  title: 'How to air a wool duvet',
  text: 'Hang it in the shade on a dry day for two to three hours. Turn it once. Direct sun makes the fibre brittle and pales the cover.\n- Never beat it.\n- Brush it instead.',
  url: '/care/wool',
};

/** Words, questions and reading. */
export const wordSamples: readonly Sample[] = [
  {
    kind: 'text',
    state: 'answer with its source',
    by: 'bot',
    content: {
      kind: 'text',
      body: {
        text: 'From **¥199** upward, yes. Below that it is ¥15 to Xinjiang, and takes 4 to 6 days.',
        source: { kind: 'policy', label: 'Delivery and fees', url: '/delivery' },
      },
    },
  },
  {
    kind: 'text',
    state: 'own',
    by: 'shopper',
    content: { kind: 'text', body: { text: 'Is delivery free to Urumqi?' } },
  },
  {
    kind: 'text',
    state: 'waiting for the network',
    by: 'shopper',
    content: { kind: 'text', body: { text: 'And ring twice' } },
    item: { status: 'queued' },
  },
  {
    kind: 'text',
    state: 'failed',
    by: 'shopper',
    content: { kind: 'text', body: { text: 'Here is the photo of the tear' } },
    item: { status: 'failed' },
  },
  {
    kind: 'text',
    state: 'taken back',
    by: 'shopper',
    content: { kind: 'text', body: { text: 'What nobody is to read any more' } },
    item: { retracted: true },
  },
  {
    kind: 'text',
    state: 'right to left',
    by: 'bot',
    content: { kind: 'text', body: { text: 'يصل الطرد يوم السبت بين 9 و 12.', lang: 'ar' } },
  },
  { kind: 'choices', state: 'open', by: 'bot', content: choices },
  { kind: 'choices', state: 'used', by: 'bot', content: choices, item: { answer: 'exchange' } },
  { kind: 'choices', state: 'expired', by: 'bot', content: choices, item: { answer: '' } },
  { kind: 'choices', state: 'failed', by: 'bot', content: choices, pressed: ['Return window'], answer: { ok: false } },
  { kind: 'form', state: 'open', by: 'agent', content: address },
  {
    kind: 'form',
    state: 'with a slip',
    by: 'agent',
    content: address,
    typed: { Phone: '138' },
    pressed: ['Change'],
  },
  {
    kind: 'form',
    state: 'refused',
    by: 'agent',
    content: address,
    typed: { Phone: '138 0013 8012' },
    pressed: ['Change'],
    answer: { ok: false, reason: 'The parcel has left already.' },
  },
  {
    kind: 'form',
    state: 'loading',
    by: 'agent',
    content: address,
    typed: { Phone: '138 0013 8012' },
    pressed: ['Change'],
    answer: 'never',
  },
  { kind: 'form', state: 'used', by: 'agent', content: address, item: { answer: 'sent' } },
  { kind: 'form', state: 'expired', by: 'agent', content: address, item: { answer: '' } },
  {
    kind: 'form',
    state: 'the answer',
    by: 'shopper',
    content: { kind: 'form', body: { answers: { Phone: '138 0013 8012', Street: 'Wulin Road 88, 3-1202' } } },
  },
  { kind: 'article', state: 'folded', by: 'bot', content: { kind: 'article', body: article } },
  { kind: 'article', state: 'open', by: 'bot', content: { kind: 'article', body: article }, pressed: ['Read on'] },
  {
    kind: 'notice',
    state: 'line',
    by: 'system',
    content: { kind: 'notice', body: { text: 'Lin Yue joined. She has read what you wrote.' } },
  },
  {
    kind: 'closed',
    state: 'line',
    by: 'agent',
    content: { kind: 'closed', body: { reason: 'agent' } },
  },
  {
    kind: 'handoff',
    state: 'waiting',
    by: 'system',
    content: { kind: 'handoff', body: { state: 'queued', position: 3, estimateMs: 240_000 } },
    queue: { position: 3, estimateMs: 240_000 },
  },
  {
    kind: 'handoff',
    state: 'joined',
    by: 'agent',
    content: { kind: 'handoff', body: { state: 'joined', agent: { id: 'lin', name: 'Lin Yue' } } },
  },
  {
    kind: 'handoff',
    state: 'nobody there',
    by: 'system',
    content: { kind: 'handoff', body: { state: 'declined', opensAt: NOW + DAY } },
  },
  {
    kind: 'handoff',
    state: 'returned',
    by: 'agent',
    content: { kind: 'handoff', body: { state: 'returned' } },
    latest: false,
  },
  { kind: 'rating', state: 'asked', by: 'agent', content: { kind: 'rating', body: { state: 'asked' } } },
  {
    kind: 'rating',
    state: 'filled in',
    by: 'agent',
    content: { kind: 'rating', body: { state: 'asked' } },
    pressed: ['4 of 5', 'Quick'],
  },
  {
    kind: 'rating',
    state: 'failed',
    by: 'agent',
    content: { kind: 'rating', body: { state: 'asked' } },
    pressed: ['5 of 5', 'Send'],
    answer: { ok: false },
  },
  {
    kind: 'rating',
    state: 'given',
    by: 'shopper',
    content: { kind: 'rating', body: { state: 'given', score: 4, reasons: ['Quick', 'Friendly'] } },
  },
  {
    kind: 'rating',
    state: 'expired',
    by: 'agent',
    content: { kind: 'rating', body: { state: 'asked' } },
    latest: false,
  },
];
