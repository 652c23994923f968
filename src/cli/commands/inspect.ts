import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import type { Command } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { toTypeName } from '../to-typescript-name.js';

/** Prints what the host has as a manifest. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'what the host has now, as manifest code',
  description: `Reads the state of one thing on this host, or of all that are of a type, and prints the manifest that declares it. Changes nothing.

Passwords and what looks like one are not printed: the manifest takes them from the environment.`,
  args: [
    { name: 'TYPE', required: true },
    { name: 'TITLE', required: false },
  ],
  options: {},
  examples: [
    { line: 'glance-apply inspect service glance-api', doc: 'One service.' },
    {
      line: 'glance-apply inspect glance_api_config > settings.ts',
      doc: 'All that is set in glance-api.conf.',
    },
  ],
  async run({ args, io }) {
    const [name = '', title] = args;
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
      return raise('inspect.unknown', `there is no native type '${name}'`, { hint });
    }
    const host = new library.LocalHost();
    try {
      const states = await library.inspect(definition, host, title === undefined ? [] : [title]);
      const absent = title !== undefined && !states.has(title);
      const all =
        absent && 'ensure' in definition.attributes ? new Map([[title, { ensure: 'absent' }]]) : states;
      io.stdout.write(library.manifestCode(definition, all));
      return exitStatus.ok;
    } finally {
      await host.close();
    }
  },
};
