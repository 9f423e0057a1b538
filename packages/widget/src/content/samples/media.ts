import { STICKERS, WAITER } from '../sticker-names.ts';
import type { Sample } from './sample.ts';

const bars = Array.from({ length: 40 }, (_, n) => Math.abs(Math.sin(n * 1.7) * Math.cos(n / 6)));
const voice = { bytes: 42_000, type: 'audio/webm', ms: 12_000, bars } as const;
const image = {
  bytes: 82_000,
  type: 'image/jpeg',
  width: 800,
  height: 600,
  alt: 'The throw on the chair',
} as const;
const invoice = { bytes: 82_000, type: 'application/pdf', name: 'Invoice 2207-0418.pdf' } as const;

/** Pictures, recordings, files and stickers. */
export const mediaSamples: readonly Sample[] = [
  {
    kind: 'image',
    state: 'there',
    by: 'shopper',
    content: { kind: 'image', body: { ...image, url: '/pictures/wool-throw.svg' } },
  },
  {
    kind: 'image',
    state: 'loading',
    by: 'shopper',
    content: { kind: 'image', body: { ...image, url: '/pictures/slow.svg' } },
  },
  {
    kind: 'image',
    state: 'failed',
    by: 'agent',
    content: { kind: 'image', body: { ...image, url: '/pictures/missing.svg' } },
  },
  {
    kind: 'voice',
    state: 'own, with its words',
    by: 'shopper',
    content: {
      kind: 'voice',
      body: { ...voice, url: '/pictures/voice.wav', transcript: 'Can it come on Saturday morning instead?' },
    },
  },
  {
    kind: 'voice',
    state: 'of the house',
    by: 'agent',
    content: { kind: 'voice', body: { ...voice, url: '/pictures/voice.wav' } },
  },
  {
    kind: 'voice',
    state: 'loading',
    by: 'agent',
    content: { kind: 'voice', body: { ...voice, url: '/pictures/slow.wav' } },
    pressed: ['Play'],
  },
  {
    kind: 'voice',
    state: 'failed',
    by: 'agent',
    content: { kind: 'voice', body: { ...voice, url: '/pictures/missing.wav' } },
    pressed: ['Play'],
  },
  {
    kind: 'file',
    state: 'there',
    by: 'agent',
    content: { kind: 'file', body: { ...invoice, url: '/pictures/icon.svg' } },
  },
  {
    kind: 'file',
    state: 'being sent',
    by: 'shopper',
    content: {
      kind: 'file',
      body: { upload: 'u'.repeat(22), name: 'A long name of a form that was filled in and signed.pdf' },
    },
  },
  ...STICKERS.map(
    (sticker): Sample => ({
      kind: 'sticker',
      state: sticker,
      by: 'bot',
      content: { kind: 'sticker', body: { pack: WAITER, sticker, alt: sticker } },
    }),
  ),
  {
    kind: 'sticker',
    state: 'of another pack',
    by: 'bot',
    content: { kind: 'sticker', body: { pack: 'house', sticker: 'wave', alt: 'Good evening' } },
  },
];
