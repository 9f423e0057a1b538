/** Kinds that belong to the conversation they were written in, and are not carried to another. */
export const FLEETING: readonly string[] = ['read', 'retracted'];
export const MARKS: readonly string[] = [...FLEETING, 'rating'];
