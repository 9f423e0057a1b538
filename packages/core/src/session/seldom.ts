export { applyTakenBack } from '../replica/apply-taken-back.ts';
export { makeRoom } from '../replica/evict.ts';
export { createAnswers } from './answers.ts';
export { care } from './care.ts';
export { gather } from './readdress.ts';
export { replaceLog } from './reset.ts';
export { discard, resend } from './stopped.ts';
export { storedInstall } from './stored-install.ts';
export { takeBack } from './take-back.ts';
