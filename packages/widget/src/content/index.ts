export type { CardAction, CardContext, CardOutcome } from './card-context.ts';
export { contentStyles } from './content-styles.ts';
export { ContentView } from './content-view.tsx';
export { createRegistry } from './create-registry.ts';
export { fitsPage } from './fits-page.ts';
export type { ContentRegistry } from './registry.ts';
export type { Frame, Registry, Renderer, RendererProps } from './renderer.ts';
export { RichText } from './rich-text.tsx';
