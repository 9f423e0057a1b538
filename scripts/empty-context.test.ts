import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/** A module with everything that it imports, as a script that answers with its exports. */
async function scriptOf(entry: string): Promise<string> {
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'sources',
        resolveId: (id) => (id === 'entry' ? id : null),
        load(id) {
          if (id === 'entry') return entry;
          return id.endsWith('.ts')
            ? ts.transpileModule(readFileSync(id, 'utf8'), { compilerOptions }).outputText
            : null;
        },
      },
      nodeResolve({ rootDir: ROOT, exportConditions: ['xiaoer-source'], extensions: ['.js', '.mjs', '.ts'] }),
    ],
    onwarn: () => {},
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'exported', inlineDynamicImports: true });
  await bundle.close();
  return `${output[0].code};exported`;
}

/** Nothing of this realm is in there: no console, no timers, no crypto, no URL, no TextEncoder. */
const inNothing = (script: string): unknown => runInContext(script, createContext(Object.create(null)));

const PACKAGES = [
  '@xiaoer/core',
  '@xiaoer/core/desk',
  '@xiaoer/core/transports',
  '@xiaoer/core/uploads',
  '@xiaoer/core/view',
];

test.each([...PACKAGES, '@xiaoer/host', '@xiaoer/assistant'])('%s loads where there is nothing', async (name) => {
  const exported = inNothing(await scriptOf(`export * from '${name}';`)) as Record<string, unknown>;
  expect(Object.keys(exported).length).toBeGreaterThan(0);
});

test('a client talks where there is nothing but what it is handed', async () => {
  const script = await scriptOf(`
    import { createClient } from '@xiaoer/core';
    import { fakeEnv, scriptedServer } from '@xiaoer/core/testing';
    export async function talk() {
      const env = fakeEnv();
      const server = scriptedServer();
      const client = createClient({ shop: 'inn', transport: server.transport, env });
      client.connect();
      await env.settle();
      server.accept();
      await env.settle();
      server.welcome();
      await env.settle();
      await client.send('text', { text: 'hi' });
      await env.settle();
      server.ack(server.op('hi'), 1);
      await env.settle();
      const [row] = client.messages.value;
      client.destroy();
      await env.settle();
      return [row.content.body.text, row.status, env.timers(), env.listeners()].join(' ');
    }`);
  const { talk } = inNothing(script) as { talk(): Promise<string> };
  expect(await talk()).toBe('hi sent 0 0');
});
