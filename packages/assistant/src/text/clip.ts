/** One line of at most `most` characters; a cut falls between whole characters and is marked. */
export const clip = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${[...line].slice(0, most - 1).join('')}…`;
};
