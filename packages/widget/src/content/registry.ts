import { type Signal, signal } from '@preact/signals-core';
import type { Content, Kind } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import { cardChunk, type LoadChunk } from './card-chunk.tsx';
import { Notice } from './notice.tsx';
import type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';

/** How a kind is drawn. */
export interface Entry {
  readonly frame: Frame;
  readonly render: ComponentType<RendererProps<never>>;
}

/** A registry whose cards can be fetched ahead of need, as when the panel has become idle. */
export interface ContentRegistry extends Registry {
  /** What stands in front of the house's own renderers; who has read a kind is drawn again when it changes. */
  readonly own: Signal<ReadonlyMap<string, Entry>>;
  /** A renderer of `own` that is drawn once the guards are there, and a body of a known kind has passed its own. */
  checked(render: ComponentType<RendererProps<never>>): ComponentType<RendererProps<never>>;
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
 *
 * @param text draws messages in words, as soon as there are any.
 */
export function registryWith(
  text: Renderer<'text'>,
  load: LoadChunk = () => import('./card-kinds.ts'),
): ContentRegistry {
  const chunk = cardChunk(load);
  const entries = new Map<string, Entry>();
  const own = signal<ReadonlyMap<string, Entry>>(new Map());
  const set = (kind: string, frame: Frame, render: unknown): Entry => {
    const entry = { frame, render: render as Entry['render'] };
    entries.set(kind, entry);
    return entry;
  };

  set('text', 'bubble', text);
  set('notice', 'line', Notice);
  for (const kind of LINES) set(kind, 'line', chunk.checked());
  for (const kind of SILENT) set(kind, 'none', () => null);

  return {
    own,
    ...chunk,
    find: ({ kind }: Content) => own.value.get(kind) ?? entries.get(kind) ?? set(kind, 'card', chunk.checked()),
  };
}
