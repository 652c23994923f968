import { defineCommand } from '../command.js';
import { runOptions } from '../options.js';

/** Shows what an apply would change. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'show what apply would change; changes nothing',
  description: `Does everything that apply does except the changes. The next apply changes what the plan says will change; what depends on earlier changes and cannot be known yet is shown as 'may change'.

It needs neither root nor the tools of packages that are not installed yet.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: runOptions,
  examples: [
    { line: 'glance-apply plan manifests/quickstart.ts', doc: 'What would change on this host.' },
    {
      line: 'glance-apply plan site.ts --detailed-exitcodes',
      doc: 'Exits with 0 if nothing would change and with 2 if something would: for monitoring drift.',
    },
  ],
  async run({ args: [path], options, io }) {
    const { runManifest } = await import('../run-manifest.js');
    return runManifest({ path, mode: 'plan', options, io });
  },
});
