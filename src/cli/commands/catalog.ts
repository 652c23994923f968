import { basename } from 'node:path';
import { printableJson } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { choice, flag } from '../option-spec.js';
import { compileOptions } from '../options.js';
import { reportWarnings } from '../report-warnings.js';

/** Compiles a manifest and prints the catalog. */
export const catalog = defineCommand({
  name: 'catalog',
  summary: "compile only, and print the catalog in Puppet's format, as a graph or as a page",
  description: `Compiles the manifest and prints the catalog: every resource with its parameters, its containers and its relations. Only the facts of this host are read.

Secrets are redacted unless --show-secrets is given.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: {
    format: choice(
      'FORMAT',
      ['json', 'dot', 'html'],
      "json, Puppet's catalog format; dot, for Graphviz; or html, a self-contained page (json)",
    ),
    'show-secrets': flag('print secrets in plain text'),
    ...compileOptions,
  },
  examples: [
    {
      line: 'glance-apply catalog site.ts > catalog.json',
      doc: 'A catalog that apply and plan accept.',
    },
    {
      line: 'glance-apply catalog site.ts --format dot | dot -Tsvg > site.svg',
      doc: 'A picture of the order.',
    },
    {
      line: 'glance-apply catalog site.ts --format html > site.html',
      doc: 'One page to browse and search; works offline.',
    },
    { line: 'glance-apply catalog site.ts --facts db1.json', doc: 'The catalog of another host.' },
  ],
  async run({ args: [path], options, io }) {
    const { catalogPage, compileManifest, dotGraph, toPuppetCatalog, withHost } = await import(
      '../deferred-modules.js'
    );
    const compiled = await withHost(io, (host) => compileManifest({ path, options, host, io }));
    reportWarnings(compiled.warnings, io);
    if (options.format === 'dot') {
      io.stdout.write(dotGraph(compiled));
    } else if (options.format === 'html') {
      io.stdout.write(catalogPage(compiled, { title: basename(path), directory: io.directory }));
    } else {
      const written = toPuppetCatalog(compiled, { showSecrets: options['show-secrets'] });
      io.stdout.write(`${printableJson(written, 2)}\n`);
    }
    return exitStatus.ok;
  },
});
