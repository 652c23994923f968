// Writes a page per native type, class and defined type, and an index of them, from the tables that `describe` reads:
// into dist/docs, or into the folder given as the argument. Without an argument it also writes docs/errors.md, which is
// committed. Run with tsx, because it imports the sources.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vocabulary } from '../src/classes/vocabulary.ts';
import { listDocumentedTypes } from '../src/cli/documented-types.ts';
import { metaparameterDocs } from '../src/cli/metaparameter-docs.ts';
import { readTypeExample } from '../src/cli/type-example.ts';
import { errorsPage } from './errors-page.ts';
import { escapeMarkdown } from './escape-markdown.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/docs', import.meta.url));
const kinds = { type: 'Types', class: 'Classes', 'defined type': 'Defined types' };

/** Each kind has a folder: one name may be a class in older releases and a defined type in newer ones. */
const fileOf = ({ kind, definition }) =>
  `${kinds[kind].toLowerCase().replace(' ', '-')}/${definition.name.replaceAll('::', '-')}.md`;

async function page(described, all) {
  const { kind, definition, typescript } = described;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const example = kind === 'type' ? await readTypeExample(name, typescript) : undefined;
  const rows = Object.entries(attributes).map(([key, attribute]) => attributeSection(key, attribute));
  return [
    `# ${name}`,
    `A ${kind === 'type' ? 'native type' : kind}; in a manifest \`${typescript}\`. [All of them](../index.md)`,
    escapeMarkdown(doc),
    formatReleases(since, until) && `Of releases ${formatReleases(since, until)}.`,
    replacedBy && `Instead: ${escapeMarkdown(replacedBy)}`,
    example && `\`\`\`ts\n${example}\n\`\`\``,
    `## ${kind === 'type' ? 'Attributes' : 'Parameters'}`,
    ...(rows.length === 0 ? ['It has none of its own.'] : rows),
    '## Accepted by every resource',
    Object.entries(metaparameterDocs)
      .map(([key, text]) => `- \`${key}\`: ${escapeMarkdown(text)}`)
      .join('\n'),
    ...related(described, all),
  ];
}

function attributeSection(name, attribute) {
  const { doc, value, role, required, since, until, became, deprecated } = attribute;
  const facts = [
    `accepts ${escapeMarkdown(value.expected)}`,
    required && '**required**',
    role === 'title' && 'its name; defaults to the title',
    formatDefault(attribute),
    value.secret && 'never displayed',
    formatReleases(since, until) &&
      `of releases ${formatReleases(since, until)}${became ? `, then \`${became.name}\`` : ''}`,
    deprecated && `deprecated: ${escapeMarkdown(deprecated.hint)}`,
  ].filter(Boolean);
  return `### ${name}\n\n${escapeMarkdown(doc)}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

function formatDefault({ default: fallback }) {
  if (fallback === undefined) return '';
  return typeof fallback === 'function'
    ? 'the default depends on the node'
    : `default \`${JSON.stringify(fallback)}\``;
}

/** Returns links to the other types or classes of the same module. */
function related(described, all) {
  const module = described.definition.name.split('::')[0];
  const others = all.filter(
    (one) =>
      one !== described && one.kind === described.kind && one.definition.name.split('::')[0] === module,
  );
  if (others.length === 0) return [];
  return ['## In the same module', others.map((one) => `- ${link(one, '../')}`).join('\n')];
}

function link(described, from = '') {
  return `[${described.definition.name}](${from}${fileOf(described)})`;
}

function formatReleases(since, until) {
  return [since && `from ${since}`, until && `to ${until}`].filter(Boolean).join(' ');
}

function firstSentence(text) {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, '.') ?? text;
}

const all = listDocumentedTypes(vocabulary);
const index = Object.entries(kinds).flatMap(([kind, heading]) => {
  const some = all.filter((one) => one.kind === kind);
  const lines = some.map((one) => `- ${link(one)}: ${escapeMarkdown(firstSentence(one.definition.doc))}`);
  return [`## ${heading} (${some.length})`, lines.join('\n')];
});
const files = new Map([
  ['index.md', ['# Types and classes', ...index]],
  ...(await Promise.all(all.map(async (one) => [fileOf(one), await page(one, all)]))),
]);

await rm(folder, { recursive: true, force: true });
for (const kind of Object.keys(kinds))
  await mkdir(join(folder, fileOf({ kind, definition: { name: 'x' } }), '..'), { recursive: true });
for (const [file, parts] of files)
  await writeFile(join(folder, file), `${parts.filter(Boolean).join('\n\n')}\n`);
if (process.argv[2] === undefined)
  await writeFile(fileURLToPath(new URL('../docs/errors.md', import.meta.url)), errorsPage());
console.log(`${files.size} pages in ${folder}`);
