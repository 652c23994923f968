import { basename } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { printableJson } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { hostOptions, namesHosts, refuseFleetOptions } from '../fleet/host-options.js';
import { choice, flag } from '../option-spec.js';
import { compileOptions } from '../options.js';
import { reportWarnings } from '../report-warnings.js';

/** Compiles a manifest and prints the catalog. */
export const catalog = defineCommand({
  name: 'catalog',
  summary: "compile only, and print the catalog in Puppet's format, as a graph or as a page",
  description: `Compiles the manifest and prints the catalog: every resource with its parameters, its containers and its relations. Only the facts of this host are read, or those of the hosts that are named; of several hosts, the JSON has the catalog of each and the relations between them.

Secrets are redacted unless --show-secrets is given.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: {
    format: choice(
      'FORMAT',
      ['json', 'dot', 'html'] as const,
      "json, Puppet's catalog format; dot, for Graphviz; or html, a self-contained page (json)",
    ),
    'show-secrets': flag('print secrets in plain text'),
    ...compileOptions,
    ...hostOptions,
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
    const render = (one: Catalog, format: 'dot' | 'html') =>
      format === 'dot' ? dotGraph(one) : catalogPage(one, { title: basename(path), directory: io.directory });
    const { format, 'show-secrets': showSecrets } = options;
    if (namesHosts(options)) {
      const { catalogOfHosts } = await import('../fleet/catalog-of-hosts.js');
      return catalogOfHosts({ path, format, showSecrets, options, io, render });
    }
    refuseFleetOptions(options);
    const compiled = await withHost(io, (host) => compileManifest({ path, options, host, io }));
    reportWarnings(compiled.warnings, io);
    if (format === 'dot' || format === 'html') {
      io.stdout.write(render(compiled, format));
    } else {
      io.stdout.write(`${printableJson(toPuppetCatalog(compiled, { showSecrets }), 2)}\n`);
    }
    return exitStatus.ok;
  },
});
