import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { problemLine, readFlow } from '@xiaoer/assistant/flows';

/** `flows`: checks files of flows and names every mistake with its line. */
export async function runFlows(args: readonly string[]): Promise<string> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.length === 0) throw new Error('There is no file. Use: npx xiaoer flows flows/gift-note.json …');
  const told = positionals.map((file) => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return { right: false, lines: [`${file}: there is no such file, or it cannot be read`] };
    }
    const read = readFlow(text);
    return 'problems' in read
      ? { right: false, lines: read.problems.map((problem) => problemLine(file, problem)) }
      : { right: true, lines: [`${file}: ${read.flow.id}, ${read.flow.steps.length} steps, nothing wrong`] };
  });
  const text = told.flatMap(({ lines }) => lines).join('\n');
  if (told.some(({ right }) => !right)) throw new Error(text);
  return text;
}
