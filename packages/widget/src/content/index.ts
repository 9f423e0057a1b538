export type { CardAction, CardContext, CardOutcome } from './card-context.ts';
export { contentStyles } from './content-styles.ts';
export { ContentView } from './content-view.tsx';
export { type ContentRegistry, createRegistry } from './registry.ts';
export type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';
export { RichText } from './rich-text.tsx';
