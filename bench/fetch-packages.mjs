import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Packages that a bench needs and that are no part of the house: fetched from npm at its first run, into a folder of its
 * own under node_modules/.cache.
 *
 * @param {string} name of the folder
 * @param {Readonly<Record<string, string>>} packages with the version of each
 */
export function fetchPackages(name, packages) {
  const folder = fileURLToPath(new URL(`../node_modules/.cache/${name}/`, import.meta.url));
  const wanted = JSON.stringify({ private: true, dependencies: packages });
  const manifest = join(folder, 'package.json');
  const done = join(folder, 'fetched');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== wanted) {
    console.error(`Fetching ${Object.keys(packages).join(', ')} …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, wanted);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(done, wanted);
  }
  const { resolve } = createRequire(manifest);
  return {
    /** Where they lie. */
    modules: join(folder, 'node_modules'),
    load: (specifier) => import(pathToFileURL(resolve(specifier)).href),
  };
}
