import { basename } from 'node:path';
import { printableJson } from '../../views/index.js';
import type { Command } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { factsOptions } from '../options.js';
import { reportWarnings } from '../report-warnings.js';

/** Compiles a manifest and prints the catalog. */
export const catalog: Command = {
  name: 'catalog',
  summary: "compile only, and print the catalog in Puppet's format, as a graph or as a page",
  description: `Compiles the manifest and prints the catalog: every resource with its parameters, its containers and its relations. Only the facts of this host are read.

Secrets are redacted unless --show-secrets is given.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['json', 'dot', 'html'],
      doc: "json, Puppet's catalog format; dot, for Graphviz; or html, a self-contained page (json)",
    },
    'show-secrets': { type: 'boolean', doc: 'print secrets in plain text' },
    ...factsOptions,
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
  async run(call) {
    const { LocalHost, catalogPage, compileManifest, dotGraph, toPuppetCatalog } = await import(
      '../deferred-modules.js'
    );
    const host = new LocalHost();
    try {
      const compiled = await compileManifest(call, host);
      reportWarnings(compiled.warnings, call.io);
      if (call.options.format === 'dot') {
        call.io.stdout.write(dotGraph(compiled));
      } else if (call.options.format === 'html') {
        const { directory } = call.io;
        call.io.stdout.write(catalogPage(compiled, { title: basename(call.args[0] ?? ''), directory }));
      } else {
        const written = toPuppetCatalog(compiled, { showSecrets: call.options['show-secrets'] === true });
        call.io.stdout.write(`${printableJson(written, 2)}\n`);
      }
      return exitStatus.ok;
    } finally {
      await host.close();
    }
  },
};
