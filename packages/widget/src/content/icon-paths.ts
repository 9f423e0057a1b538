/*
 * Outlines of the drawings in a square of 24 that an open panel needs at once. A chunk takes whole files, so what only a
 * later one draws has files of its own.
 */
/** Something is wrong. */
export const WARN = 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.2';
/** A page of paper. */
export const SOURCE = 'M7 3.5h7l4 4v13H7zM10 11h5M10 15h5';
/** A person with a headset. */
export const PERSON =
  'M4.5 13.5v-1.5a7.5 7.5 0 0 1 15 0v1.5M4.5 13h3v5.5h-3zM16.5 13h3v5.5h-3zM19.5 18.5c0 2-2 2.7-5 2.7';
/** Close. */
export const CLOSE = 'M6 6l12 12M18 6L6 18';
/** Down. */
export const DOWN = 'M6 9.5l6 6 6-6';
/** Send. */
export const SEND = 'M12 19.5V5M6 10.8L12 4.8l6 6';
/** On its way. */
export const CLOCK = 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2';
