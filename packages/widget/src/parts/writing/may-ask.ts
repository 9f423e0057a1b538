/** The longest text that the server looks up, in characters. */
const MOST = 200;

/** Something that belongs to one person: an address of e-mail, a telephone or order number. It is not asked about. */
const PERSONAL = /@|\d(?:[\s.()/-]?\d){5}/;

/** Whether a text that is still being written may be told to the server, which suggests questions for it. */
export const mayAsk = (text: string): boolean =>
  text.length <= MOST && !text.includes('\n') && /\p{L}/u.test(text) && !PERSONAL.test(text);
