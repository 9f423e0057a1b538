export { LOG_CONTRACT, type LogCase } from './log-contract.ts';
export { createMemoryLog, type MemoryLog } from './memory-log.ts';
