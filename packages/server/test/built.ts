import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

function newest(folder: string, ending: string): number {
  let at = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith(ending))
      at = Math.max(at, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs);
  return at;
}

/**
 * The built output, which threads and child processes of Node 20 need: they cannot load TypeScript. Stale output would
 * test yesterday's code, so it is refused.
 */
export function built(file: string): string {
  const path = `${PACKAGE}dist/${file}`;
  if (!existsSync(path) || newest(`${PACKAGE}dist`, '.tsbuildinfo') + 5_000 < newest(`${PACKAGE}src/engines`, '.ts'))
    throw new Error('packages/server/dist is missing or older than its sources: run `npm run types` first');
  return path;
}
