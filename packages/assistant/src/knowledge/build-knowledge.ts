import { finish } from '../finish.ts';
import { EN } from '../library/en/pack.ts';
import { ZH } from '../library/zh/pack.ts';
import { type Knowledge, knowledgeSteps } from './knowledge.ts';
import type { KnowledgeSource } from './knowledge-source.ts';

/**
 * Compiles a merchant's data for shoppers who write Chinese or English, in steps of some milliseconds: a server answers
 * others meanwhile. Takes what {@link buildKnowledge} takes.
 */
export const buildSteps = (
  source: KnowledgeSource,
  intents?: Knowledge['intents'],
  flows?: Knowledge['flows'],
): Generator<undefined, Knowledge> => knowledgeSteps([ZH, EN], source, intents, flows);

/**
 * Compiles a merchant's data for shoppers who write Chinese or English. Takes one to two seconds for 10,000 answers and 10,000
 * products.
 *
 * @param intents - the library of service intents, which may be loaded later; without it the merchant's data speak alone.
 * @param flows - the flows, by `loadFlows`; a turn that needs them before they are there asks the host to load them.
 */
export const buildKnowledge = (...given: Parameters<typeof buildSteps>): Knowledge => finish(buildSteps(...given));
