import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';

requireNode();
await install();
await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
// In this process, so that Ctrl-C reaches the server alone and its drain is not cut short.
await import('../packages/server/dist/cli.js');
