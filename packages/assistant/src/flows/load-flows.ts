import type { Flows } from '../dialogue/flows.ts';
import type { Flow } from './flow.ts';

/** Loads the flows: they and what runs them are fetched when the first of them begins. */
export async function loadFlows(own: readonly Flow[] = []): Promise<Flows> {
  const { createFlows } = await import('./engine.ts');
  return createFlows(own);
}
