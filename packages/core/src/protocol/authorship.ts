import type { Content } from './content/index.ts';
import type { Role } from './participant.ts';

const SHOPPER = ['text', 'image', 'voice', 'file', 'sticker', 'product', 'order', 'retracted', 'read', 'unknown'];
const AGENT = [
  ...SHOPPER,
  'products',
  'orders',
  'choices',
  'form',
  'coupon',
  'shipment',
  'size-advice',
  'comparison',
  'promotion',
  'return',
  'article',
  'closed',
  'note',
];

/**
 * Whether a role may append this content over a link. The bot and the house append inside the server and are not
 * asked; nobody may append `trace`, `notice` or `hidden` from outside.
 */
export function mayAppend(role: Role, { kind, body }: Content): boolean {
  if (role !== 'shopper' && role !== 'agent') return false;
  switch (kind) {
    case 'text':
      return body.streaming !== true;
    case 'form':
      return 'answers' in body ? role === 'shopper' : role === 'agent';
    case 'rating':
      return body.state === (role === 'shopper' ? 'given' : 'asked');
    case 'handoff':
      return role === 'shopper'
        ? body.state === 'requested' || body.state === 'returned'
        : body.state === 'joined' || body.state === 'returned' || body.state === 'requested';
    default:
      return (role === 'shopper' ? SHOPPER : AGENT).includes(kind);
  }
}

/** Kinds that only the house sees. A shopper's reader gets kind `hidden` with an empty body in their place. */
export const isHouseKind = (kind: string): boolean => kind === 'trace' || kind === 'note';
