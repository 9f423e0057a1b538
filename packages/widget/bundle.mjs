/**
 * The widget as an npm package: modules with their stylesheets inside, not minified, so that an app's own bundler sees
 * what it gets. Everything that is somebody else's package stays an import.
 *
 * `apart` leaves the page's house out, which is in `dist/browser`.
 *
 * @param {(name: string, input: string, outDir: string) => { plugins: { name: string }[], output: object }} browserBundle
 * @param {object} apart
 */
export function widgetPackage(browserBundle, apart) {
  const bundle = browserBundle('index', 'packages/widget/src/index.ts', 'packages/widget/dist');
  const entry = (name) => [name, `packages/widget/src/${name}.ts`];
  return {
    ...bundle,
    input: Object.fromEntries(
      ['index', 'analytics/index', 'content/index', 'global', 'locales/index', 'theme/index'].map(entry),
    ),
    external: [/^preact($|\/)/, /^@preact\//, /^@xiaoer\/core($|\/)/],
    output: { ...bundle.output, chunkFileNames: 'chunks/[name]-[hash].js' },
    plugins: [...bundle.plugins.filter(({ name }) => name !== 'let-for-const' && name !== 'terser'), apart],
  };
}
