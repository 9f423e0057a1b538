import type { Log } from '@xiaoer/host';
import type { Shop, ShopTask } from '../shops/shop.ts';
import { emotionIn, lineThatSays } from './draft-ticket.ts';
import type { Fact } from './ticket.ts';
import type { TicketType } from './ticket-type.ts';
import { opId, type Tickets } from './tickets.ts';

/** Events in which facts and mood are looked for. */
const NEWEST = 200;

const BOT = { role: 'bot', id: 'bot' } as const;

/** The type that a tool's wish makes. */
function typeFor(
  task: string,
  args: Readonly<Record<string, unknown>>,
  types: readonly TicketType[],
): TicketType | undefined {
  return types.find(({ from = [] }) =>
    from.some(
      (one) => one.task === task && Object.entries(one.when ?? {}).every(([name, value]) => args[name] === value),
    ),
  );
}

/**
 * Tools of flows that open a ticket: what the shopper said in the flow is in its fields, and its facts name the lines that
 * say them. For every tool that the merchant's own system does not carry out.
 */
export function createTicketTasks(
  tickets: () => Tickets,
  setup: Tickets['setup'],
  shop: Pick<Shop, 'id' | 'order'>,
  log: Pick<Log, 'head' | 'read'>,
): Readonly<Record<string, ShopTask>> {
  const task =
    (name: string): ShopTask =>
    async ({ subject, conversation, args, key, locale }) => {
      const type = typeFor(name, args, setup.types);
      if (!type) return { error: 'failed' };
      const found = await log.head(conversation);
      const head = found?.head ?? 0;
      const events = await log.read(conversation, Math.max(0, head - NEWEST), NEWEST);
      const asked = args['order'];
      const order =
        asked === undefined || subject === undefined ? undefined : await shop.order(subject, String(asked), locale);
      if (asked !== undefined && !order) return { error: 'not-found' };
      const facts = type.fields.flatMap(({ id, label, type: kind }): readonly Fact[] => {
        const value = args[id];
        if (kind !== 'text' || typeof value !== 'string' || value === '') return [];
        const name = typeof label === 'string' ? label : (label[locale] ?? Object.values(label)[0] ?? id);
        return [{ label: name, text: value, seq: lineThatSays(events, value) }];
      });
      const first = order?.lines[0]?.product;
      const opened = await tickets().open(
        {
          type: type.id,
          fields: args,
          conversation,
          subject: found?.record.subject,
          shopper: found?.record.name ?? order?.address?.name,
          locale,
          order: order && { id: order.id, number: order.number },
          product: typeof first === 'string' ? first : undefined,
          amount: args['wish'] === 'refund' ? order?.total : undefined,
          emotion: emotionIn(events),
          facts,
        },
        BOT,
        opId('task', key ?? `${conversation}:${head}`),
      );
      return 'problem' in opened ? { error: 'failed' } : { values: { ticket: opened.number } };
    };
  const names = new Set(setup.types.flatMap(({ from = [] }) => from.map((one) => one.task)));
  return Object.fromEntries([...names].map((name) => [name, task(name)]));
}
