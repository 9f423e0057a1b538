/* Outlines of the drawings that come after the panel is open, in a square of 24. */
/** Three dots. */
export const DOTS = 'M5.5 12h.01M12 12h.01M18.5 12h.01';
/** A face. */
export const SMILE =
  'M12 3.2a8.8 8.8 0 1 0 0 17.6a8.8 8.8 0 0 0 0-17.6zM8.6 14.2c1.6 2.4 5.2 2.4 6.8 0M9 9.7v.3M15 9.7v.3';
/** Search. */
export const SEARCH = 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5';
/** A parcel. */
export const PARCEL = 'M12 3l8 4.2v9.6L12 21l-8-4.2V7.2zM4 7.2l8 4.3l8-4.3M12 11.5V21';
/** Back to where it came from. */
export const BACK = 'M19.5 12a7.5 7.5 0 1 1-2.6-5.7M19.5 3.5v4h-4';
/** A microphone. */
export const MIC = 'M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3';
/** Throw away. */
export const TRASH = 'M4.5 6.5h15M9.5 6V3.5h5V6M6.5 6.5l1 14h9l1-14M10 10.5v6M14 10.5v6';
/** In answer to. */
export const REPLY = 'M9.5 6L4 11.5L9.5 17M4.5 11.5H14a6 6 0 0 1 6 6V19';
/** Seen. */
export const CHECKS = 'M2.5 12.5l4 4L15 8M11.5 15.5l1 1L21 8';
