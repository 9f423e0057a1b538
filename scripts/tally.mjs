import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ROOT, run } from './run.mjs';

/** A program that npm installed. */
export const bin = (name) => `${ROOT}node_modules/.bin/${name}`;

/** Seconds since a moment of `performance.now()`, with one decimal. */
const since = (started) => ((performance.now() - started) / 1000).toFixed(1);

/** Counts what holds and what does not. */
export function createTally() {
  let passed = 0;
  let failed = 0;

  return {
    /** One check that either holds or does not. */
    async check(name, work) {
      const started = performance.now();
      const { code, output } = await work().catch((error) => ({ code: 1, output: String(error) }));
      if (code === 0) passed++;
      else failed++;
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${since(started)} s)`);
      if (code !== 0) console.log(output);
    },
    /** A run of vitest: every test in it counts. `what` are its arguments. */
    async suite(name, what, env = {}) {
      console.log(`\n${name}`);
      const started = performance.now();
      mkdirSync(`${ROOT}node_modules/.cache`, { recursive: true });
      const report = `${ROOT}node_modules/.cache/xiaoer-${name}.json`;
      rmSync(report, { force: true });
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await run(bin('vitest'), ['run', ...what, ...reporters], { env });
      try {
        const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
          readFileSync(report, 'utf8'),
        );
        passed += numPassedTests;
        // A file that cannot be loaded has no failed test, yet it has failed.
        failed += Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0);
        if (code !== 0 && numFailedTests === 0 && numFailedTestSuites === 0) failed++;
        if (numPendingTests > 0) console.log(`${numPendingTests} skipped: see above for what they need`);
      } catch {
        console.log(`✗ ${name}: no report was written`);
        failed++;
      }
      console.log(`${name} took ${since(started)} s`);
    },
    /** Something without which a part cannot run is missing. */
    missing(text) {
      console.log(`✗ ${text}`);
      failed++;
    },
    /** The last line, and the exit code. */
    close() {
      console.log(`\n${passed} passed, ${failed} failed`);
      process.exitCode = failed > 0 ? 1 : 0;
    },
  };
}
