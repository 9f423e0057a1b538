import { lazy } from '../env/lazy.ts';

/** What is only needed by who attaches, or left something to upload. */
export const attachPart = lazy(() => import('./attach-part.ts'));
