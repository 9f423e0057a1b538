import { EN } from '../library/en/pack.ts';
import { ZH } from '../library/zh/pack.ts';
import { compileKnowledge, type Knowledge } from './knowledge.ts';
import type { KnowledgeSource } from './knowledge-source.ts';

/**
 * Compiles a merchant's data for shoppers who write Chinese or English. Takes one to two seconds for 10,000 answers and 10,000
 * products.
 *
 * @param intents - the library of service intents, which may be loaded later; without it the merchant's data speak alone.
 * @param flows - the flows, by `loadFlows`; a turn that needs them before they are there asks the host to load them.
 */
export const buildKnowledge = (
  source: KnowledgeSource,
  intents?: Knowledge['intents'],
  flows?: Knowledge['flows'],
): Knowledge => compileKnowledge([ZH, EN], source, intents, flows);
