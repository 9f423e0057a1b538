import { everyText } from '../knowledge/localized.ts';
import { asWritten, type Simplify } from '../text/characters.ts';
import { normalise } from '../text/normalise.ts';
import type { Flow } from './flow.ts';

type Known = Pick<Flow, 'triggers' | 'button' | 'needs' | 'phrases'>;

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
  /** By a message, normalised, that is one of the flow's phrases or says little more. */
  byPhrase(text: string): FlowStart | undefined;
  /** Intents that begin a flow. */
  readonly intents: readonly string[];
}

/** Share of a message that a phrase must be. */
const MOST_OF_IT = 0.5;

/** Compiles what begins which flow. Nothing begins one that is `off`. */
export function flowStarts(
  own: readonly Flow[] = [],
  simplify: Simplify = asWritten,
  off: readonly string[] = [],
): FlowStarts {
  const plain = (text: string): string =>
    normalise(text, simplify)
      .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const intents = new Map<string, FlowStart>();
  const buttons = new Map<string, FlowStart>();
  const ids = new Map<string, FlowStart>();
  const phrased: { readonly text: string; readonly start: FlowStart }[] = [];
  const enter = (id: string, { triggers, button, needs, phrases }: Known) => {
    if (ids.has(id) || off.includes(id)) return;
    const start = { id, sets: {}, needsSignIn: needs === 'signed-in' };
    ids.set(id, start);
    for (const trigger of triggers ?? []) {
      const { intent, sets = {} } = typeof trigger === 'string' ? { intent: trigger } : trigger;
      if (!intents.has(intent)) intents.set(intent, { ...start, sets });
    }
    for (const list of everyText(phrases))
      for (const text of list.split('|').map(plain)) if (text !== '') phrased.push({ text, start });
    if (button !== undefined && !buttons.has(button)) buttons.set(button, start);
  };
  for (const flow of own) enter(flow.id, flow);
  for (const [id, start] of Object.entries(SHIPPED_TRIGGERS)) enter(id, start);
  return {
    byIntent: (intent) => intents.get(intent),
    byButton: (button) => buttons.get(button),
    byId: (id) => ids.get(id),
    byPhrase(text) {
      const said = ` ${plain(text)} `;
      const fits = phrased.filter(
        (one) =>
          (/^[a-z0-9]/.test(one.text) ? said.includes(` ${one.text} `) : said.includes(one.text)) &&
          one.text.length >= MOST_OF_IT * (said.length - 2),
      );
      return fits.sort((a, b) => b.text.length - a.text.length)[0]?.start;
    },
    intents: [...intents.keys()],
  };
}
