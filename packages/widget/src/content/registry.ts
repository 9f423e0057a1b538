import type { Content, Kind } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { Choices } from './choices.tsx';
import { Handoff } from './handoff.tsx';
import { Closed, Notice } from './notice.tsx';
import { Product } from './product.tsx';
import { Products } from './products.tsx';
import { type LoadChunk, type RareName, rareChunk } from './rare-chunk.tsx';
import type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';
import { Sticker } from './sticker.tsx';
import { Text } from './text.tsx';
import { Unsupported } from './unsupported.tsx';

interface Entry {
  readonly frame: Frame;
  readonly render: ComponentType<RendererProps<never>>;
}

const Nothing = () => null;

/** A registry that can also fetch its rare kinds ahead of need, as when the page has become idle. */
export interface ContentRegistry extends Registry {
  preload(): Promise<void>;
}

/**
 * The renderers of every kind a shopper sees. Marks (read, retracted) and events of the house draw nothing until
 * somebody sets a renderer for them, as the desk does for traces and notes.
 */
export function createRegistry(load: LoadChunk = () => import('./rare-kinds.ts')): ContentRegistry {
  const rare = rareChunk(load);
  const entries = new Map<string, Entry>();
  const set = <K extends Kind>(kind: K, frame: Frame, render: Renderer<K>) =>
    void entries.set(kind, { frame, render: render as Entry['render'] });
  const late = (kind: Kind, name: RareName) => void entries.set(kind, { frame: 'card', render: rare.renderer(name) });
  const none: Entry = { frame: 'none', render: Nothing };
  const unsupported: Entry = { frame: 'card', render: Unsupported };
  const declined: Entry = { frame: 'card', render: rare.renderer('LeaveMessage') };

  set('text', 'bubble', Text);
  set('choices', 'card', Choices);
  set('product', 'card', Product);
  set('products', 'card', Products);
  set('sticker', 'card', Sticker);
  set('notice', 'line', Notice);
  set('closed', 'line', Closed);
  set('handoff', 'card', Handoff);
  late('image', 'Image');
  late('voice', 'Voice');
  late('file', 'File');
  late('order', 'Order');
  late('orders', 'Orders');
  late('form', 'Form');
  late('coupon', 'Coupon');
  late('shipment', 'Shipment');
  late('article', 'Article');
  late('rating', 'Rating');
  const ownHandoff = entries.get('handoff');

  return {
    set,
    preload: rare.preload,
    find(content: Content): Entry {
      if (content.kind === 'unknown') return unsupported;
      const entry = entries.get(content.kind) ?? none;
      return content.kind === 'handoff' && content.body.state === 'declined' && entry === ownHandoff ? declined : entry;
    },
  };
}
