/** Tells the page which part of an extension made a mistake; the mistake itself is the `cause`. */
export function reportMistake(where: string, cause: unknown): void {
  const what = cause instanceof Error ? cause.message : String(cause);
  reportError(new Error(`xiaoer: extend: ${where}: ${what}`, { cause }));
}
