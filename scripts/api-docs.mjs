import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run.mjs';

/*
 * Writes docs/api.md: every export of the packages that apps import, with its declaration and its TSDoc, from what the
 * build says of it; with --check it only says whether the page is up to date.
 */
const PAGE = join(ROOT, 'docs/api.md');

/** What is for apps. The rest of a package's entries is for other packages of the house. */
const ENTRIES = {
  core: ['.', './transports', './uploads', './desk', './env/node', './testing'],
  widget: ['.', './analytics', './global'],
  'react-bindings': ['.'],
};

/** An entry of a package: by what name it is imported, and its declarations. */
function entriesOf(folder) {
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, 'packages', folder, 'package.json'), 'utf8'));
  return ENTRIES[folder].map((entry) => ({
    name: name + entry.slice(1),
    file: join(ROOT, 'packages', folder, exports[entry].types),
  }));
}

const entries = Object.keys(ENTRIES).flatMap(entriesOf);
const missing = entries.find(({ file }) => !existsSync(file));
if (missing) throw new Error(`${missing.file} is missing: run npm run build first`);

const program = ts.createProgram(
  entries.map(({ file }) => file),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, skipLibCheck: true },
);
const checker = program.getTypeChecker();

/** The declaration of an export as it was written, without the words that only the compiler needs. */
function textOf(symbol) {
  const aliased = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = aliased.declarations ?? [];
  if (!declaration) return undefined;
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const source = statement.getSourceFile().text;
  const [comment] = ts.getLeadingCommentRanges(source, statement.getFullStart())?.slice(-1) ?? [];
  const doc = comment ? `${source.slice(comment.pos, comment.end)}\n` : '';
  return (doc + statement.getText()).replace(/^export (declare )?/gm, '').replace(/^declare /gm, '');
}

function section({ name, file }) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const symbols = checker.getExportsOfModule(module).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const parts = symbols.flatMap((symbol) => {
    const text = textOf(symbol);
    return text ? [`### ${symbol.name}\n\n\`\`\`ts\n${text}\n\`\`\``] : [];
  });
  return `## ${name}\n\n${parts.join('\n\n')}`;
}

const page = `# API

Made by \`node scripts/api-docs.mjs\` from the declarations and comments of the built packages.

${entries.map(({ name }) => `- [${name}](#${name.toLowerCase().replace(/[^a-z0-9-]/g, '')})`).join('\n')}

${entries.map(section).join('\n\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/api.md is not up to date: run node scripts/api-docs.mjs');
  process.exitCode = 1;
}
