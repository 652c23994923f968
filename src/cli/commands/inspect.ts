import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { defineCommand } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { toTypeName } from '../to-typescript-name.js';

/** Prints the observed state of the host as a manifest. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'print the observed state of the host as a manifest',
  description: `Reads the observed state of one resource of this host, or of all resources of a type, and prints a manifest that declares it. Changes nothing.

Passwords and values that look like secrets are not printed: the manifest reads them from the environment.`,
  args: [
    { name: 'TYPE', required: true },
    { name: 'TITLE', required: false },
  ],
  options: {},
  examples: [
    { line: 'glance-apply inspect service glance-api', doc: 'One service.' },
    {
      line: 'glance-apply inspect glance_api_config > settings.ts',
      doc: 'All settings in glance-api.conf.',
    },
  ],
  async run({ args: [name, title], io }) {
    const [library, { vocabulary }] = await Promise.all([
      import('../deferred-modules.js'),
      import('../../classes/vocabulary.js'),
    ]);
    const spelled = name.toLowerCase();
    const definition = [...vocabulary.types.values()]
      .map((type) => type.definition)
      .find((one) => one.name === spelled || toTypeName(one.name).toLowerCase() === spelled);
    if (definition === undefined) {
      const hint = didYouMean(name, vocabulary.types.keys()) ?? 'glance-apply describe lists the types';
      return raise('inspect.unknown', `unknown native type '${name}'`, { hint });
    }
    const states = await library.withHost(io, (host) =>
      library.inspect(definition, host, title === undefined ? [] : [title]),
    );
    const absent = title !== undefined && !states.has(title);
    const all =
      absent && 'ensure' in definition.attributes ? new Map([[title, { ensure: 'absent' }]]) : states;
    io.stdout.write(library.generateManifest(definition, all));
    return exitStatus.ok;
  },
});
