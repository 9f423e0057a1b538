export type { ConformanceControl } from './conformance/control.ts';
export { type ConformanceOptions, runConformance } from './conformance/run-conformance.ts';
export type { Verdict } from './conformance/verdict.ts';
export { describeFrame, namer } from './describe-frame.ts';
export { type FakeEnv, fakeEnv } from './fake-env.ts';
export { BOT, eventFor, eventOf, type ScriptedServer, SHOPPER, scriptedServer } from './scripted-server.ts';
export { type ContractCase, storeContract } from './store-contract.ts';
export { type FarEnd, type TransportPlace, transportContract } from './transport-contract.ts';
