import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify } from 'terser';

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** Brotli bytes of all that a worker of the page may load: the assistant, the library by language, and the flows, which come with the first of them. */
export async function workerBytes(dist) {
  const bundle = await rollup({
    input: 'worker',
    preserveEntrySignatures: 'strict',
    onwarn: () => {},
    plugins: [
      {
        name: 'worker',
        resolveId: (id) => (id === 'worker' ? id : null),
        load: (id) =>
          id === 'worker'
            ? `export { compileKnowledge, loadFlows, loadPack, openIntents, turn, INITIAL_STATE } from ${JSON.stringify(`${dist}page.js`)};`
            : null,
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const bytes = { engine: 0, zh: 0, en: 0, flows: 0 };
  for (const { code, facadeModuleId, moduleIds } of output) {
    const small = brotli((await minify(code, { ecma: 2020, module: true, compress: { passes: 2 } })).code);
    const of = `${facadeModuleId ?? moduleIds?.[0] ?? ''}`;
    const part = [
      [/\/zh\//, 'zh'],
      [/\/en\//, 'en'],
      [/\/flows\/engine\.js$/, 'flows'],
    ].find(([folder]) => folder.test(of));
    bytes[part?.[1] ?? 'engine'] += small;
  }
  return {
    ...bytes,
    zhAlone: bytes.engine + bytes.zh,
    enAlone: bytes.engine + bytes.en,
    all: bytes.engine + bytes.zh + bytes.en + bytes.flows,
  };
}
