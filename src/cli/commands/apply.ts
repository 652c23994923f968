import type { Command } from '../command.js';
import { factsOptions, runOptions } from '../options.js';

/** Converges this host. */
export const apply: Command = {
  name: 'apply',
  summary: 'converge this host: compare it with the manifest, apply the difference',
  description: `Compiles the manifest, compares it with this host and applies the difference, once and in order. What is as wanted already is left alone. Where something fails, only what depends on it is skipped.

The first interrupt (Ctrl-C) lets what is in flight finish and skips the rest; the second ends running commands. The next run carries on from there. Output that cannot be written ends no run: report.json in the state directory says what was done.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: { ...runOptions, ...factsOptions },
  changes: true,
  examples: [
    { line: 'glance-apply manifests/quickstart.ts', doc: 'Glance on this host.' },
    {
      line: 'glance-apply apply node.yaml --detailed-exitcodes',
      doc: 'Exits with 2 where something was changed.',
    },
    { line: 'glance-apply apply site.ts --json | jq .type', doc: 'Events, for programs.' },
  ],
  async run(call) {
    const { runManifest } = await import('../run-manifest.js');
    return runManifest(call, 'apply');
  },
};
