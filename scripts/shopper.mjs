import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';

requireNode();
await install();
await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
await import('../packages/server/dist/shopper-cli.js');
