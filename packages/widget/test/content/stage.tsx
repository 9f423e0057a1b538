import { cleanup, render } from '@testing-library/preact';
import type { TimelineItem } from '@xiaoer/core';
import type { Content, ContentMap, Kind, Participant, QueueSignal } from '@xiaoer/core/protocol';
import { afterEach, vi } from 'vitest';
import type { CardAction, CardContext, CardOutcome } from '../../src/content/card-context.ts';
import * as kinds from '../../src/content/card-kinds.ts';
import '../../src/content/in-words.ts';
import {
  type ContentRegistry,
  ContentView,
  createRegistry,
  type Frame,
  type Renderer,
} from '../../src/content/index.ts';
import { strings as en } from '../../src/locales/en.ts';
import { formats } from '../../src/locales/format.ts';
import { translator } from '../../src/locales/translate.ts';
import { strings as zhCn } from '../../src/locales/zh-cn.ts';

afterEach(cleanup);

/** 20 November 2026, 14:32 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 14, 32);

// Cards ask this device's clock whether something has ended.
vi.setSystemTime(NOW);

/** Who may have written an item. */
export const PEOPLE = {
  shopper: { role: 'shopper', id: 'me' },
  bot: { role: 'bot', id: 'bot' },
  agent: { role: 'agent', id: 'lin', name: 'Lin Yue' },
  system: { role: 'system', id: 'house' },
} as const satisfies Record<string, Participant>;

const words = (action: CardAction): string => {
  switch (action.do) {
    case 'reply':
      return `reply ${JSON.stringify(action.text)} ${action.value ?? ''} ${action.values ? JSON.stringify(action.values) : ''}`.trim();
    case 'send':
      return `send ${action.op.kind} ${JSON.stringify(action.op.body)}`;
    case 'cart':
      return `cart ${action.product.id} ${action.variant ?? ''}`.trim();
    case 'stay-with-bot':
      return action.do;
    case 'claim':
      return `claim ${action.coupon.coupon}`;
    case 'order':
      return `order ${action.order.id} ${action.action}`;
    case 'return':
      return `return ${action.order} ${JSON.stringify(action.return)}`;
    case 'link':
      return `link ${action.url}`;
    case 'attach':
      return `attach ${action.picture.name}`;
    case 'variant':
      return `variant ${action.product.id} ${action.variant.id}`;
    default:
      return `${action.do} ${action.product.id}`;
  }
};

/** Puts a renderer in front of the house's own. */
export function replace<K extends Kind>(registry: ContentRegistry, kind: K, frame: Frame, render: Renderer<K>): void {
  const own = { frame, render: registry.checked(render as never) };
  registry.own.value = new Map(registry.own.value).set(kind, own);
}

/** A place to draw items in: what cards ask for is written down, and answered as the test says. */
export async function stage(
  options: {
    locale?: 'en' | 'zh-CN';
    reader?: CardContext['reader'];
    queue?: QueueSignal;
    latest?: boolean;
    answer?: (action: CardAction) => CardOutcome | Promise<CardOutcome>;
  } = {},
) {
  const { locale = 'en', reader = 'shopper', queue = null, latest = true, answer = () => ({ ok: true }) } = options;
  const acts: string[] = [];
  const registry = createRegistry(() => Promise.resolve(kinds));
  await registry.preload();
  const context: CardContext = {
    reader,
    locale,
    t: translator(locale === 'en' ? en : zhCn, locale),
    format: formats(locale, () => NOW),
    queue,
    isLatest: () => latest,
    act: async (action) => {
      acts.push(words(action));
      return answer(action);
    },
  };
  let seq = 0;
  const item = (from: keyof typeof PEOPLE, content: Content, more: Partial<TimelineItem> = {}): TimelineItem => {
    seq += 1;
    return {
      key: `${from} ${seq}`,
      id: `i${seq}`,
      seq,
      at: NOW,
      from: PEOPLE[from],
      mine: from === 'shopper',
      content,
      ...more,
    };
  };
  const show = (shown: TimelineItem, over: Partial<CardContext> = {}) => {
    const view = (next: TimelineItem, change: Partial<CardContext> = over) => (
      <ContentView item={next} registry={registry} context={{ ...context, ...change }} />
    );
    const drawn = render(view(shown));
    return {
      ...drawn,
      again: (next: TimelineItem, change?: Partial<CardContext>) => drawn.rerender(view(next, change)),
    };
  };
  const draw = <K extends Kind>(
    kind: K,
    body: ContentMap[K],
    more: Partial<TimelineItem> & { by?: keyof typeof PEOPLE } = {},
  ) => {
    const { by = 'bot', ...rest } = more;
    return show(item(by, { kind, body } as Content, rest));
  };
  return { acts, context, registry, item, show, draw };
}

/** Lets promises and effects run. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
