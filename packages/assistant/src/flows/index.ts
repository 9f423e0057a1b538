import { CHANGE_ADDRESS } from './change-address.ts';
import type { Flow } from './flow.ts';

/** All flows, in the order in which their triggers are tried. */
export const FLOWS: readonly Flow[] = [CHANGE_ADDRESS];
