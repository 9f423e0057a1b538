import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';

requireNode();
await install();
await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
// The command reads the verb and the file from our own arguments.
await import('../packages/server/dist/cli.js');
