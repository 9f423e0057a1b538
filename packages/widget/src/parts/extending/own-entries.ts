import { isObject } from '@xiaoer/core/protocol';
import type { ContentRegistry, Entry } from '../../content/registry.ts';
import type { Chat, Extension, OwnCard } from '../../state/extension.ts';
import { ownCard } from './own-card.tsx';
import { reportMistake } from './report-mistake.ts';

/** The form of a kind in the protocol. */
const KIND = /^[a-z][a-z0-9.-]{0,31}$/;

/** What the house reads and nobody sees. */
const HOUSE: ReadonlySet<string> = new Set(['final', 'read', 'retracted', 'hidden', 'trace', 'note', 'claimed']);

const FRAMES: readonly unknown[] = [undefined, 'bubble', 'card', 'line'];

/** @throws TypeError that says what is wrong with a card and what it should be. */
function check(kind: string, card: unknown): asserts card is OwnCard {
  if (!KIND.test(kind)) throw new TypeError('a kind is lower case letters, digits, dots and dashes, 32 at most');
  if (HOUSE.has(kind)) throw new TypeError('messages of this kind are marks of the house and are not drawn');
  if (!isObject(card) || typeof card['draw'] !== 'function')
    throw new TypeError('it needs a function draw(card, before)');
  if (!FRAMES.includes(card['frame'])) throw new TypeError("frame must be 'card', 'bubble' or 'line'");
  if (card['fits'] !== undefined && typeof card['fits'] !== 'function') throw new TypeError('fits must be a function');
}

interface OwnEntry extends Entry {
  readonly by: OwnCard;
}

/**
 * The renderers of all extensions; of two for one kind the later holds. One that is still the same object keeps its
 * drawings. A card that cannot be one is reported, and harms no other.
 */
export function ownEntries(
  extensions: readonly Extension[],
  before: ReadonlyMap<string, Entry>,
  { checked }: ContentRegistry,
  host: Element,
  chat: Chat,
): ReadonlyMap<string, OwnEntry> {
  const entries = new Map<string, OwnEntry>();
  for (const { cards } of extensions)
    for (const [kind, card] of Object.entries(cards ?? {}))
      try {
        check(kind, card);
        const known = before.get(kind) as OwnEntry | undefined;
        const { frame = 'card' } = card;
        const entry = { frame, by: card, render: checked(ownCard(host, kind, card, chat)) };
        entries.set(kind, known?.by === card ? known : entry);
      } catch (error) {
        reportMistake(`the card ${kind}`, error);
      }
  return entries;
}
