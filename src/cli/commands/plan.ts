import type { Command } from '../command.js';
import { factsOptions, runOptions } from '../options.js';

/** Says what an apply would change. */
export const plan: Command = {
  name: 'plan',
  summary: 'say what apply would change; changes nothing',
  description: `Does all that apply does, and stops each time before the change. What it says will change, the next apply changes; what depends on earlier changes and cannot be known yet is said to be so: 'may change'.

It needs neither root nor the tools of packages that are still to be installed.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: { ...runOptions, ...factsOptions },
  examples: [
    { line: 'glance-apply plan manifests/quickstart.ts', doc: 'What is missing on this host.' },
    {
      line: 'glance-apply plan site.ts --detailed-exitcodes',
      doc: 'Exits with 0 where nothing is pending and 2 where something is: for a monitor that looks for drift.',
    },
  ],
  async run(call) {
    const { runManifest } = await import('../run-manifest.js');
    return runManifest(call, 'plan');
  },
};
