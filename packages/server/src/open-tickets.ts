import type { Env } from '@xiaoer/core/env';
import type { Host, Log } from '@xiaoer/host';
import type { ShopFolder } from './shops/load-folder.ts';
import type { Shop, ShopTask } from './shops/shop.ts';
import { createPresentHours } from './tickets/open-hours.ts';
import { loadSetup } from './tickets/read-setup.ts';
import { createTicketTasks } from './tickets/ticket-tasks.ts';
import { createTickets, type Tickets } from './tickets/tickets.ts';

/** Tickets of a shop's folder, and the tools of flows that open one. `left`: a message was left with a way to answer it. */
export function openTickets(about: {
  readonly env: Env;
  readonly log: Log;
  readonly folder: () => ShopFolder;
  readonly shop: Pick<Shop, 'id' | 'order'>;
  readonly host: () => Pick<Host, 'tell'>;
  readonly left: (conversation: string, contact: unknown) => void;
}): { readonly tickets: Tickets; readonly tasks: Readonly<Record<string, ShopTask>> } {
  const { env, log, folder, shop, host, left } = about;
  const { directory, knowledge } = folder();
  const { locales, timeZone = 'UTC' } = knowledge.shop;
  const tickets = createTickets({
    env,
    log,
    shop: shop.id,
    locales,
    timeZone,
    setup: loadSetup(directory),
    hours: createPresentHours(() => ({ hours: folder().hours, timeZone: folder().knowledge.shop.timeZone ?? 'UTC' })),
    host,
  });
  const tasks = createTicketTasks(() => tickets, tickets.setup, shop, log);
  const leave = tasks['messages.leave'];
  if (!leave) return { tickets, tasks };
  return {
    tickets,
    tasks: {
      ...tasks,
      async 'messages.leave'(call) {
        const answer = await leave(call);
        if (!('error' in answer)) left(call.conversation, call.args['contact']);
        return answer;
      },
    },
  };
}
