import type { TimelineItem } from '@xiaoer/core';
import type { Participant } from '@xiaoer/core/protocol';
import { NOW, SAMPLES, type Sample, type Writer } from '../../../../packages/widget/src/content/samples/index.ts';
import type { Shown } from './api.ts';

const PEOPLE: Readonly<Record<Writer, Participant>> = {
  shopper: { role: 'shopper', id: 'me' },
  bot: { role: 'bot', id: 'bot' },
  agent: { role: 'agent', id: 'lin', name: 'Lin Yue' },
  system: { role: 'system', id: 'house' },
};

/** States that are reached by pressing or typing, which nobody does here. */
const still = ({ pressed, typed }: Sample): boolean => !pressed && !typed;

/** Where the samples' files are here. */
export const addressOf = (url: string): string => url.replace(/^\/file\/\w+|^\/pictures/, '/playground/pictures');

/** A copy of a body in which every address of a picture is one of this page. */
function moved<T>(value: T): T {
  if (typeof value === 'string') return (value.startsWith('/pictures/') ? addressOf(value) : value) as T;
  if (Array.isArray(value)) return value.map(moved) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)])) as T;
}

const itemOf = ({ by, content, item }: Sample, n: number): TimelineItem => ({
  key: `sample ${n}`,
  id: `s${n}`,
  seq: n + 1,
  at: NOW + n * 1_000,
  from: PEOPLE[by],
  mine: by === 'shopper',
  content: moved(content),
  ...item,
});

const sample = (kind: string, state?: string): Sample => {
  const found = SAMPLES.find((each) => each.kind === kind && (state === undefined || each.state === state));
  if (!found) throw new Error(`there is no sample ${kind} ${state}`);
  return found;
};

const said = (by: Writer, text: string): Sample => ({
  kind: 'text',
  state: '',
  by,
  content: { kind: 'text', body: { text } },
});

/** What a theme is mostly looked at with. */
const CONVERSATION: readonly Sample[] = [
  said('shopper', 'Which duvet is warm?'),
  said('bot', 'The **wool** one, down to 5 °C. The silk is lighter.'),
  sample('products'),
  sample('coupon', 'open'),
  said('shopper', 'Is delivery free to Urumqi?'),
  sample('text', 'answer with its source'),
  sample('choices', 'open'),
];

/** Every kind, in the order of the samples. */
export const KINDS: readonly string[] = [...new Set(SAMPLES.filter(still).map(({ kind }) => kind))];

/** The messages of a view, and the place in the queue that one of them tells. */
export function itemsOf(view: Shown['view']) {
  const samples =
    view === 'empty'
      ? []
      : view === 'conversation' || view === 'launcher'
        ? CONVERSATION
        : SAMPLES.filter(still).filter(({ kind }) => view === 'all' || view === `kind:${kind}`);
  return { items: samples.map(itemOf), queue: samples.find(({ queue }) => queue)?.queue ?? null };
}
