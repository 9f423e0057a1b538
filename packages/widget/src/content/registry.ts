import type { Content, Kind } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { cardChunk, type LoadChunk } from './card-chunk.tsx';
import { Notice } from './notice.tsx';
import type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';
import { Text } from './text.tsx';

interface Entry {
  readonly frame: Frame;
  readonly render: ComponentType<RendererProps<never>>;
}

/** A registry whose cards can be fetched ahead of need, as when the panel has become idle. */
export interface ContentRegistry extends Registry {
  preload(): Promise<void>;
}

/** Cards that are a line of the house. */
const LINES: readonly Kind[] = ['handoff', 'rating', 'closed'];

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
  const set = (kind: string, frame: Frame, render: unknown): Entry => {
    const entry = { frame, render: render as Entry['render'] };
    entries.set(kind, entry);
    return entry;
  };

  set('text', 'bubble', Text);
  set('notice', 'line', Notice);
  for (const kind of LINES) set(kind, 'line', chunk.checked());
  for (const kind of SILENT) set(kind, 'none', () => null);

  return {
    set: <K extends Kind>(kind: K, frame: Frame, render: Renderer<K>) =>
      void set(kind, frame, chunk.checked(render as ComponentType<never>)),
    preload: chunk.preload,
    find: ({ kind }: Content) => entries.get(kind) ?? set(kind, 'card', chunk.checked()),
  };
}
