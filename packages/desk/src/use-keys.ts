import { useEffect } from 'preact/hooks';
import { focusComposer } from './conversation/composer-focus.ts';
import type { Desk } from './desk-client.ts';
import { type Command, commandOf, isFirstKey } from './keys.ts';
import { isMine, servingOf } from './state/serving.ts';

/** Where the composer stands it takes the next key; it appears with its conversation, and is looked for after that, too. */
const write = (desk: Desk, mode: 'reply' | 'note') => {
  desk.mode.value = mode;
  focusComposer();
  requestAnimationFrame(focusComposer);
};

const showChosen = () =>
  requestAnimationFrame(() => document.querySelector('.row.chosen')?.scrollIntoView({ block: 'nearest' }));

const VIEW_OF = { viewWaiting: 'waiting', viewMine: 'mine', viewAll: 'all', viewLeft: 'left' } as const;

/** What means the same in every room. */
const ANYWHERE: ReadonlySet<Command> = new Set([
  ...(Object.keys(VIEW_OF) as (keyof typeof VIEW_OF)[]),
  'viewTickets',
  'viewNumbers',
  'viewShop',
  'viewQuality',
  'help',
]);

/** After the first of two keys the second is waited for so long, in milliseconds. */
const SECOND_KEY_MS = 1_500;

/** What a key asks for among tickets; false for one that means the same everywhere. */
function runOnTickets(command: Command, { tickets }: Desk): boolean {
  switch (command) {
    case 'next':
    case 'previous':
      tickets.step(command === 'next' ? 1 : -1);
      requestAnimationFrame(() => document.querySelector('.ticket-row.chosen')?.scrollIntoView({ block: 'nearest' }));
      return true;
    case 'mark':
      if (tickets.current.peek()) tickets.mark(tickets.current.peek()?.number ?? '');
      return true;
    case 'search':
      document.getElementById('ticket-search')?.focus();
      return true;
    case 'note':
      document.getElementById('ticket-comment')?.focus();
      return true;
    case 'pass':
    case 'close':
      if (tickets.current.peek() || tickets.marked.peek().size > 0)
        tickets.dialog.value = command === 'pass' ? 'assign' : 'move';
      return true;
    default:
      return command !== 'ticket' && !ANYWHERE.has(command);
  }
}

/** What a key asks for in the shop: a digit is a page, all else is the page's own. */
function runInShop(command: Command, { merchant }: Desk, key: string): boolean {
  if (command !== 'openMine') return merchant.pageKeys.peek()?.(command) ?? false;
  merchant.goTo(Number(key));
  return true;
}

/** Does what a key asks for, and tells whether the key is used up. What cannot be done right now does nothing. */
export function run(command: Command, desk: Desk, key = ''): boolean {
  if (desk.place.peek() === 'shop' && !ANYWHERE.has(command)) return runInShop(command, desk, key);
  go(command, desk, key);
  return true;
}

function go(command: Command, desk: Desk, key: string): void {
  const conversation = desk.opened.current.peek();
  const mine = conversation ? isMine(desk.client, conversation) : false;
  if (desk.place.peek() === 'tickets' && runOnTickets(command, desk)) return;
  if ((desk.place.peek() === 'numbers' || desk.place.peek() === 'quality') && !ANYWHERE.has(command)) return;
  const open = conversation !== null && servingOf(desk.client, conversation).mode !== 'closed';
  switch (command) {
    case 'next':
    case 'previous':
      desk.step(command === 'next' ? 1 : -1);
      showChosen();
      return;
    case 'take':
      if (conversation && open && !mine) void desk.actions.take(conversation);
      return;
    case 'reply':
    case 'note':
      if (conversation) write(desk, command);
      return;
    case 'product':
      if (open) desk.picking.value = true;
      return;
    case 'replies':
      if (conversation && open) {
        if (desk.drafts.get(conversation.id, 'reply') === '') desk.drafts.set(conversation.id, 'reply', '/');
        write(desk, 'reply');
      }
      return;
    case 'pass':
      if (mine) desk.passing.value = true;
      return;
    case 'handBack':
      if (conversation && mine) void desk.actions.handBack(conversation);
      return;
    case 'close':
      if (mine) desk.closing.value = true;
      return;
    case 'details':
      desk.sideOpen.value = !desk.sideOpen.peek();
      return;
    case 'previousMine':
    case 'nextMine':
      desk.stepMine(command === 'nextMine' ? 1 : -1);
      showChosen();
      return;
    case 'openMine':
      desk.openMine(Number(key));
      showChosen();
      return;
    case 'viewWaiting':
    case 'viewMine':
    case 'viewAll':
    case 'viewLeft':
      desk.place.value = 'talks';
      desk.view.value = VIEW_OF[command];
      return;
    case 'viewTickets':
      desk.place.value = 'tickets';
      return;
    case 'viewNumbers':
      if (desk.numbers.may.peek()) desk.place.value = 'numbers';
      return;
    case 'viewShop':
      if (desk.merchant.may.peek()) desk.place.value = 'shop';
      return;
    case 'viewQuality':
      if (desk.quality.may.peek()) desk.place.value = 'quality';
      return;
    case 'ticket':
      if (desk.place.peek() === 'tickets' || conversation) desk.tickets.dialog.value = 'open';
      return;
    case 'help':
      desk.helpOpen.value = true;
  }
}

/** Listens for single keys on the whole page. */
export function useKeys(desk: Desk): void {
  useEffect(() => {
    let first: { readonly key: string; readonly until: number } | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const begun = first && event.timeStamp <= first.until ? first.key : undefined;
      first = undefined;
      const command = (begun && commandOf(event, begun)) || commandOf(event);
      if (command) {
        if (run(command, desk, event.key)) event.preventDefault();
      } else if (isFirstKey(event)) first = { key: event.key.toLowerCase(), until: event.timeStamp + SECOND_KEY_MS };
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);
}
