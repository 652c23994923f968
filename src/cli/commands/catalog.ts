import type { Command } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { factsOptions } from '../options.js';
import { tellWarnings } from '../tell-warnings.js';

/** Compiles a manifest, and prints what comes out. */
export const catalog: Command = {
  name: 'catalog',
  summary: "compile only, and print the catalog in Puppet's format or as a graph",
  description: `Compiles the manifest and prints the catalog: every resource with its parameters, what contains it and what it is related to. Nothing is read from this host but its facts.

Secrets are redacted, unless --show-secrets asks for them.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['json', 'dot'],
      doc: "json, Puppet's catalog format, or dot, for Graphviz (json)",
    },
    'show-secrets': { type: 'boolean', doc: 'print secrets in clear' },
    ...factsOptions,
  },
  examples: [
    {
      line: 'glance-apply catalog site.ts > catalog.json',
      doc: 'A catalog that apply and plan take as well.',
    },
    {
      line: 'glance-apply catalog site.ts --format dot | dot -Tsvg > site.svg',
      doc: 'A picture of the order.',
    },
    { line: 'glance-apply catalog site.ts --facts db1.json', doc: 'As another machine would get it.' },
  ],
  async run(call) {
    const { LocalHost, compileManifest, dotGraph, toPuppetCatalog } = await import('../library.js');
    const host = new LocalHost();
    try {
      const compiled = await compileManifest(call, host);
      tellWarnings(compiled.warnings, call.io);
      if (call.options.format === 'dot') {
        call.io.stdout.write(dotGraph(compiled));
      } else {
        const written = toPuppetCatalog(compiled, { showSecrets: call.options['show-secrets'] === true });
        call.io.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
      }
      return exitStatus.ok;
    } finally {
      await host.close();
    }
  },
};
