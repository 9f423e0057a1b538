import type { TimelineItem } from '@xiaoer/core';
import type { Content, ContentMap, Kind } from '@xiaoer/core/protocol';
import type { ComponentType } from 'preact';
import type { CardContext } from './card-context.ts';

/** Props of every renderer. */
export interface RendererProps<Body> {
  readonly item: TimelineItem;
  readonly body: Body;
  readonly context: CardContext;
}

/** Draws one kind of message. */
export type Renderer<K extends Kind = Kind> = ComponentType<RendererProps<ContentMap[K]>>;

/**
 * How a kind sits in the timeline: in a bubble, as a card of full width, as a line of the house without an author above
 * it, or not at all.
 */
export type Frame = 'bubble' | 'card' | 'line' | 'none';

/** Renderers by kind. */
export interface Registry {
  /** The renderer, or the one that shows the plain-text fallback. */
  find(content: Content): { readonly frame: Frame; readonly render: ComponentType<RendererProps<never>> };
}
