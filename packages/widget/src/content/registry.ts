import type { Content, Kind } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { type CardName, cardChunk, type LoadChunk } from './card-chunk.tsx';
import { Choices } from './choices.tsx';
import { Closed, Notice } from './notice.tsx';
import type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';
import { Sticker } from './sticker.tsx';
import { Text } from './text.tsx';
import { Unsupported } from './unsupported.tsx';

interface Entry {
  readonly frame: Frame;
  readonly render: ComponentType<RendererProps<never>>;
}

/** A registry whose cards can be fetched ahead of need, as when the panel has become idle. */
export interface ContentRegistry extends Registry {
  preload(): Promise<void>;
}

/** Kinds of the chunk. */
const LATE: { readonly [K in Kind]?: CardName } = {
  product: 'Product',
  products: 'Products',
  handoff: 'Handoff',
  order: 'Order',
  orders: 'Orders',
  form: 'Form',
  rating: 'Rating',
  image: 'Image',
  voice: 'Voice',
  file: 'File',
  coupon: 'Coupon',
  shipment: 'Shipment',
  article: 'Article',
};

/** Marks and events of the house draw nothing until somebody sets a renderer for them. */
const SILENT: readonly Kind[] = ['read', 'retracted', 'hidden', 'trace', 'note'];

/**
 * The renderers of every kind a shopper sees. A card is drawn only when its body passes the guard of its kind, which
 * comes with the cards; so is what a host sets. The few kinds drawn without it put nothing of a body into an attribute:
 * text and its source through `isSafeUrl`, the others as words.
 */
export function createRegistry(load: LoadChunk = () => import('./card-kinds.ts')): ContentRegistry {
  const chunk = cardChunk(load);
  const entries = new Map<string, Entry>();
  const set = <K extends Kind>(kind: K, frame: Frame, render: Renderer<K> | Entry['render']) =>
    void entries.set(kind, { frame, render: render as Entry['render'] });
  const unsupported: Entry = { frame: 'card', render: Unsupported };

  set('text', 'bubble', Text);
  set('choices', 'card', Choices);
  set('sticker', 'card', Sticker);
  set('notice', 'line', Notice);
  set('closed', 'line', Closed);
  for (const [kind, name] of Object.entries(LATE)) {
    const frame = kind === 'handoff' || kind === 'rating' ? 'line' : 'card';
    entries.set(kind, { frame, render: chunk.checked((cards) => cards[name]) });
  }
  for (const kind of SILENT) set(kind, 'none', () => null);

  return {
    set: (kind, frame, render) =>
      set(
        kind,
        frame,
        chunk.checked(() => render),
      ),
    preload: chunk.preload,
    find: (content: Content) => entries.get(content.kind) ?? unsupported,
  };
}
