export { FLOW_SCHEMA } from './flows/check/flow-schema.ts';
export { type FlowProblem, problemLine, type ReadFlow, readFlow } from './flows/check/read-flow.ts';
export type { Amount, Condition, Flow, FlowStep, Option, Slot, SlotType, Trigger } from './flows/flow.ts';
export { shippedFlows } from './flows/shipped-flows.ts';
