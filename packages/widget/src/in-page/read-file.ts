import type { FileProblem } from './page-setup.ts';

/** What is used of `fetch`. */
export type FetchFile = (address: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** How long a file may take, in milliseconds. */
const PATIENCE_MS = 10_000;

const UNTIL_THEN =
  'Until then shoppers are told that the shop’s information cannot be opened, and may leave a message.';

/** The JSON of a file, or what its owner should do about it. */
export async function readFile(
  file: string,
  fetchFile: FetchFile,
): Promise<{ readonly value: unknown } | { readonly problem: FileProblem }> {
  const fail = (what: string, todo: string) => ({
    problem: { level: 'error', file, text: `${file} ${what}. ${todo} ${UNTIL_THEN}` } as const,
  });
  let text: string;
  try {
    const answer = await fetchFile(file, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok)
      return fail(`was answered with ${answer.status}`, 'Put the file there, or correct its address on the tag.');
    text = await answer.text();
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return fail(
      late ? 'did not come within 10 s' : 'could not be fetched',
      'Look whether its server is up, whether connect-src allows it, and on another origin whether CORS does.',
    );
  }
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return fail(
      `is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
      'Correct that place; a comma too many is the usual reason.',
    );
  }
}
