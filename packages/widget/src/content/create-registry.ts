import type { LoadChunk } from './card-chunk.tsx';
import { type ContentRegistry, registryWith } from './registry.ts';
import { Text } from './text.tsx';

/** The renderers of every kind, of which words are there at once. */
export const createRegistry = (load?: LoadChunk): ContentRegistry => registryWith(Text, load);
