const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a token stands in a text; a number or a word must not go on beyond it. */
export function says(text, token) {
  const before = /^\d/.test(token) ? '(?<!\\d|\\d\\.)' : /^[a-z]/i.test(token) ? '(?<![a-z])' : '';
  const after = /\d$/.test(token) ? '(?!\\d|\\.\\d)' : /[a-z]$/i.test(token) ? '(?![a-z])' : '';
  return new RegExp(before + escaped(token) + after, 'i').test(text);
}

/** Numbers without the commas between their thousands. */
export const plainNumbers = (text) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
