import type { Flow } from './flow.ts';

/** Changing where an order goes, while it has not left the house. */
export const CHANGE_ADDRESS: Flow = {
  id: 'change-address',
  trigger: 'order.address',
  needs: 'signed-in',
  slots: [
    {
      name: 'order',
      kind: 'order',
      where: { status: ['unpaid', 'paid', 'packed'] },
      prompt: 'address.order',
      none: 'address.none',
      refused: 'address.refused',
    },
    { name: 'address', kind: 'address', prompt: 'address.ask', retry: 'address.retry' },
  ],
  confirm: 'address.confirm',
  action: { tool: 'orders.change-address' },
  done: 'address.done',
  errors: { 'too-late': 'address.too-late', 'not-found': 'address.not-found', failed: 'address.failed' },
  exits: { cancelled: 'address.cancelled', gaveUp: 'address.gave-up', maxTries: 3 },
};
