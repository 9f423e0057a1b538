/** Whose a conversation is once its shopper was erased. No credential speaks for it. */
export const ERASED = 'erased';
