export { type Claim, type ClaimKind, claimsOf, isMade } from './provider/claims.ts';
export { keysOf } from './provider/content-words.ts';
export { PROMISES, saysNo } from './provider/words/promises.ts';
