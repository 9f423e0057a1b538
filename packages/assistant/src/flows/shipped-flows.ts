import type { Flow } from './flow.ts';

/** The flows that come with the assistant. They are loaded when they are first asked for. */
export const shippedFlows = (): Promise<readonly Flow[]> =>
  import('./shipped/index.ts').then(({ SHIPPED_FLOWS }) => SHIPPED_FLOWS);
