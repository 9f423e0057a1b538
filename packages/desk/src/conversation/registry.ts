import { createRegistry } from '@xiaoer/widget/content';

/** The widget's renderers, as they are. */
export const registry = createRegistry();
