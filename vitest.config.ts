import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const source = ['xiaoer-source'];

/** Stylesheets are imported as text; see css.d.ts. */
const cssAsText = {
  name: 'css-as-text',
  enforce: 'pre' as const,
  load(id: string) {
    return id.endsWith('.css') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined;
  },
};

const shared = {
  resolve: { conditions: source },
  ssr: { resolve: { conditions: source, externalConditions: source } },
};

export default defineConfig({
  test: {
    // By itself it would leave one core to whoever watches.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared,
        plugins: [cssAsText],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          // A property of many runs must not fail because the machine is busy.
          testTimeout: 20_000,
          // Their modules keep nothing between tests: to read them once for each file takes longer than to run them.
          isolate: false,
          include: [
            'packages/{core,host,assistant,server}/test/**/*.test.ts',
            'scripts/**/*.test.ts',
            'examples/**/*.test.ts',
          ],
        },
      },
      {
        ...shared,
        plugins: [cssAsText],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'faces',
          testTimeout: 20_000,
          include: ['packages/{widget,desk}/test/**/*.test.{ts,tsx}'],
        },
      },
      {
        ...shared,
        plugins: [cssAsText],
        test: { name: 'react', include: ['packages/react-bindings/test/**/*.test.tsx'] },
      },
      {
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          // What another process has to do takes as long as the machine is busy.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
