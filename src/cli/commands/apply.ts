import { defineCommand } from '../command.js';
import { runOptions } from '../options.js';

/** Applies a manifest to this host. */
export const apply = defineCommand({
  name: 'apply',
  summary: 'apply a manifest: compare this host with it and apply the differences',
  description: `Compiles the manifest, compares it with this host and applies the difference, once and in order. Resources that are in sync are not changed. If a resource fails, only what depends on it is skipped.

The first interrupt (Ctrl-C) finishes work in progress and skips the rest; the second terminates running commands. The next run continues from there. A run does not stop if its output cannot be written: report.json in the state directory records what was done.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: runOptions,
  changes: true,
  examples: [
    { line: 'glance-apply manifests/quickstart.ts', doc: 'Glance on this host.' },
    {
      line: 'glance-apply apply node.yaml --detailed-exitcodes',
      doc: 'Exits with 2 if something was changed.',
    },
    { line: 'glance-apply apply site.ts --json | jq .type', doc: 'Events, for programs.' },
  ],
  async run({ args: [path], options, io }) {
    const { runManifest } = await import('../run-manifest.js');
    return runManifest({ path, mode: 'apply', options, io });
  },
});
