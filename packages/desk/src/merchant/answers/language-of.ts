const HAN = /\p{Script=Han}/u;

/** In which of the shop's languages a line is probably written: Chinese by its characters, else the first other one. */
export function languageOf(line: string, locales: readonly string[]): string {
  const chinese = locales.find((locale) => locale.startsWith('zh'));
  const other = locales.find((locale) => !locale.startsWith('zh'));
  return (HAN.test(line) ? chinese : other) ?? locales[0] ?? 'en';
}
