/** A text that keeps its own direction within a sentence: in Arabic, 2206-1170 would be read as 1170-2206. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
