import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/*
 * Writes docs/theming.md from the list of the widget's variables and parts; with --check it only says whether the page
 * is up to date.
 */
const page = new URL('../docs/theming.md', import.meta.url);

/** The list is TypeScript, and Node 20 reads none: its types are taken off first. */
async function readTokens() {
  const source = readFileSync(new URL('../packages/widget/src/theme/tokens.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: 'ESNext', target: 'ES2022' } });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

const cell = (value) => value || '–';

function write({ TOKENS, PARTS }) {
  const tokens = TOKENS.map(
    ({ name, light, dark, sets }) => `| \`--xiaoer-${name}\` | ${cell(light)} | ${cell(dark ?? light)} | ${sets} |`,
  );
  const parts = Object.entries(PARTS).map(([name, what]) => `| \`${name}\` | ${what} |`);
  return `# Theming

Made by \`scripts/theming-docs.mjs\` from \`packages/widget/src/theme/tokens.ts\`.

Everything that has a colour or a measure follows ${TOKENS.length} variables. Set them on \`xiaoer-chat\` or on any element above it; what
you do not set keeps its default. The widget reads each of them and never declares one, so your value always wins.

\`\`\`css
xiaoer-chat {
  --xiaoer-accent: #c42a5b;
  --xiaoer-radius: 22px;
  --xiaoer-font-display: Georgia, serif;
}
\`\`\`

## Variables

| variable | light | dark | colours or sets |
| --- | --- | --- | --- |
${tokens.join('\n')}

**Try them.** \`npm start\` serves a playground at \`/playground/\`: every variable live in light and dark, contrast measured against WCAG 2.2
while you type, every kind of message, the CSS to copy. [examples/themes](../examples/themes) has five themes made with these
variables alone, which are its presets.

All other colours (greys, hairlines, soft grounds, hover) are mixed from these, so a theme of two or three values stays
readable. Sizes inside the widget are in em: who has set larger letters in the browser gets larger letters here.

## Light and dark

By default the widget follows the page's own \`color-scheme\`: a page that declares none, or only \`light\`, keeps a light
widget also for shoppers whose system is dark. \`data-scheme="light"\` or \`"dark"\` on the script tag fixes it.

Accent, on-accent and header hold in both schemes; surface, text, highlight and bubble have a twin that ends in \`-dark\`,
so that a theme made for light stays readable in dark. The element tells which one is shown:

\`\`\`css
xiaoer-chat[data-scheme='dark'] {
  --xiaoer-header: #4a2438;
}
\`\`\`

## Parts

For what no variable reaches there are parts: \`xiaoer-chat::part(launcher) { … }\`.

| part | what it is |
| --- | --- |
${parts.join('\n')}

## Place

The launcher stands at the end of the line and the foot of the page; \`data-position="start"\` puts it on the other side,
\`--xiaoer-offset-x\` and \`--xiaoer-offset-y\` move it. Stacking is the element's own \`z-index\`.

## What a page's CSS cannot do

Nothing of a page's stylesheet reaches the widget, apart from the variables, the parts, \`z-index\` and \`hidden\`: not \`* { all: unset !important }\`,
not a root of 62.5 %, not a zoomed or transformed body, not a framework's reset. The widget in turn adds no style, class or attribute to
the page. \`e2e/host-css.story.ts\` compares every computed property and the painted picture on eight such pages with those on a plain one,
and every element of those pages with and without the widget. What stands above is the root itself: an \`html\` that is transformed or
filtered takes everything with it. Before the widget has come, the launcher stands against resets, but not against a rule that turns or
filters every element.
`;
}

const wanted = write(await readTokens());
if (process.argv.includes('--check')) {
  let found = '';
  try {
    found = readFileSync(page, 'utf8');
  } catch {
    // A page that is missing is not up to date.
  }
  if (found !== wanted) {
    console.error('docs/theming.md is not up to date: run node scripts/theming-docs.mjs');
    process.exit(1);
  }
} else writeFileSync(page, wanted);
