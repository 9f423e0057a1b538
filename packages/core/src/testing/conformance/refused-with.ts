import type { Nack } from '../../protocol/index.ts';
import { same } from './verdict.ts';
import type { RawFrame } from './wire.ts';

/** Checks class and code of a refusal. */
export const refusedWith = (nack: Nack | RawFrame, kind: Nack['class'], code: string): void =>
  same('the refusal is', { class: nack['class'], code: nack['code'] }, { class: kind, code });
