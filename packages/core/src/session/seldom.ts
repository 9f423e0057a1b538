export { createOlder } from '../conversation/older.ts';
export { applyTakenBack } from '../replica/apply-taken-back.ts';
export { forgetAged, makeRoom } from '../replica/evict.ts';
export { gather } from './readdress.ts';
export { createRefusal } from './refusal.ts';
export { replaceLog } from './reset.ts';
export { takeBack } from './take-back.ts';
