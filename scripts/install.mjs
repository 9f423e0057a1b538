import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT, run } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

/** Ends with a clear message on a Node that is too old. */
export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Xiaoer needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages when package-lock.json is not what node_modules was installed from. */
export async function install() {
  const stamp = `${ROOT}node_modules/.xiaoer-installed`;
  const lock = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true });
  if (code !== 0) {
    console.error(output);
    console.error('npm ci failed: see above. Is the package registry reachable?');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
