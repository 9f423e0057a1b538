/**
 * The merchant's system behind the flows: what it lets a shopper do to his own order by where the order stands, and what it
 * knows of refunds. Bundled orders are never changed: every shopper finds them as they are in the file.
 */
export function createOrderDesk({ order }) {
  const done =
    (allowed, change) =>
    async ({ subject, args, locale }) => {
      const card = subject === undefined ? undefined : await order(subject, String(args.order), locale);
      if (!card) return { error: 'not-found' };
      return allowed.includes(card.status) ? { order: { ...card, ...change } } : { error: 'too-late' };
    };
  return {
    'orders.cancel': done(['unpaid', 'paid', 'packed'], { status: 'cancelled' }),
    'orders.change-items': done(['unpaid', 'paid', 'packed'], {}),
    'orders.return': done(['delivered'], { status: 'returning' }),
    'orders.exchange': done(['delivered'], {}),
    'orders.urge': done(['unpaid', 'paid', 'packed', 'shipped'], {}),
    async 'refunds.get'({ subject, args, locale }) {
      const card = subject === undefined ? undefined : await order(subject, String(args.order), locale);
      const step = card?.steps?.find(({ status }) => status === 'refunded');
      if (!card || !step) return { error: 'not-found' };
      const when = step.at === undefined ? {} : { [step.state === 'done' ? 'paidAt' : 'dueAt']: step.at };
      return { values: { amount: card.total, ...when } };
    },
  };
}
