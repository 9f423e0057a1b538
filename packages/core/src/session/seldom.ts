export { createOlder } from '../conversation/older.ts';
export { createRefusal } from './refusal.ts';
export { replaceLog } from './reset.ts';
export { takeBack } from './take-back.ts';
