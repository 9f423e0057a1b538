/** Most bytes of one attachment. */
export const FILE_BYTES = 10 * 1024 * 1024;

/** Most bytes of attachments that one identity may have waiting (rule 8). */
export const WAITING_BYTES = 64 * 1024 * 1024;

/** Longest side of a picture that was redrawn, in pixels. */
export const PICTURE_SIDE = 2_048;
