import { everyText } from '../knowledge/localized.ts';
import type { Flow } from './flow.ts';

/** What begins the shipped flows. It stands apart from them, so that they are loaded when one of them begins. */
export const SHIPPED_TRIGGERS: Readonly<Record<string, Pick<Flow, 'triggers' | 'button' | 'needs' | 'phrases'>>> = {
  'find-order': {},
  'change-address': { triggers: ['order.address'], button: 'address', needs: 'signed-in' },
  'change-items': { triggers: ['order.items'], needs: 'signed-in' },
  'cancel-order': { triggers: ['order.cancel'], button: 'cancel', needs: 'signed-in' },
  'urge-order': { triggers: ['order.urge'], needs: 'signed-in' },
  'return-order': { triggers: ['return.request'], button: 'return', needs: 'signed-in' },
  'exchange-item': { triggers: ['exchange.request'], needs: 'signed-in' },
  'refund-status': { triggers: ['refund.status'], needs: 'signed-in' },
  'price-protection': { triggers: ['price.protect'], needs: 'signed-in' },
  invoice: { triggers: ['invoice.ask'], needs: 'signed-in' },
  'item-problem': {
    triggers: [
      { intent: 'item.missing', sets: { problem: 'missing' } },
      { intent: 'item.wrong', sets: { problem: 'wrong' } },
      { intent: 'delivery.damaged', sets: { problem: 'damaged' } },
    ],
    needs: 'signed-in',
  },
  'size-advice': { triggers: ['product.size'] },
  warranty: { triggers: ['warranty.repair'], needs: 'signed-in' },
  installation: { triggers: ['install.help'], needs: 'signed-in' },
  'leave-message': {
    phrases: {
      'zh-CN': '我要留言|留个言|帮我留言|留言给店家',
      en: 'leave a message|can i leave a message|take a message|i want to leave a message',
    },
  },
};

/** A flow as far as it must be known before it begins. */
export interface FlowStart {
  readonly id: string;
  readonly sets: Readonly<Record<string, string>>;
  readonly needsSignIn: boolean;
}

/** Which flows begin with what: a merchant's own come before the shipped ones. */
export interface FlowStarts {
  byIntent(intent: string): FlowStart | undefined;
  byButton(button: string): FlowStart | undefined;
  byId(id: string): FlowStart | undefined;
  /** Intents that begin a flow. */
  readonly intents: readonly string[];
}

/** Compiles what begins which flow. */
export function flowStarts(own: readonly Flow[] = []): FlowStarts {
  const intents = new Map<string, FlowStart>();
  const buttons = new Map<string, FlowStart>();
  const ids = new Map<string, FlowStart>();
  const enter = (id: string, { triggers, button, needs }: Pick<Flow, 'triggers' | 'button' | 'needs'>) => {
    if (ids.has(id)) return;
    const start = { id, sets: {}, needsSignIn: needs === 'signed-in' };
    ids.set(id, start);
    for (const trigger of triggers ?? []) {
      const { intent, sets = {} } = typeof trigger === 'string' ? { intent: trigger } : trigger;
      if (!intents.has(intent)) intents.set(intent, { ...start, sets });
    }
    if (button !== undefined && !buttons.has(button)) buttons.set(button, start);
  };
  for (const flow of own) enter(flow.id, flow);
  for (const [id, start] of Object.entries(SHIPPED_TRIGGERS)) enter(id, start);
  return {
    byIntent: (intent) => intents.get(intent),
    byButton: (button) => buttons.get(button),
    byId: (id) => ids.get(id),
    intents: [...intents.keys()],
  };
}

const PREFIX = 'flow:';

/** The flow that an intent of {@link flowPhrases} begins. */
export const flowOfPhrase = (intent: string): string | undefined =>
  intent.startsWith(PREFIX) ? intent.slice(PREFIX.length) : undefined;

/** Sentences that begin flows, as phrases of an intent of each. */
export function flowPhrases(own: readonly Flow[] = []): Readonly<Record<string, string>> {
  const all = new Map(Object.entries(SHIPPED_TRIGGERS).map(([id, { phrases }]) => [id, phrases]));
  for (const { id, phrases } of own) all.set(id, phrases);
  return Object.fromEntries(
    [...all].flatMap(([id, phrases]) => (phrases === undefined ? [] : [[PREFIX + id, everyText(phrases).join('|')]])),
  );
}
