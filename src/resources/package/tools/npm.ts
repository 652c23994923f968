import { toArguments } from '../attributes.js';
import type { ToolPackages } from './tool.js';

/** Global packages of npm. */
export const npm: ToolPackages = {
  programs: ['npm'],
  environment: { npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false' },
  remedy: 'install the package npm, or a Node.js that comes with it',
  // It ends with 1 where it finds fault with a package, and answers all the same.
  list: ['list', '--global', '--json', '--depth=0'],

  parse(output) {
    const { dependencies = {} } = JSON.parse(output) as {
      dependencies?: Record<string, { version?: string }>;
    };
    return new Map(
      Object.entries(dependencies).flatMap(([name, { version }]): [string, string[]][] =>
        version === undefined ? [] : [[name, [version]]],
      ),
    );
  },

  satisfies: (version, wanted) => version === wanted,
  compare: (one, other) => (one === other ? 0 : one < other ? -1 : 1),

  async newest(tool, { wanted }) {
    // Options are taken by all of its commands: a registry, for one.
    const result = await tool.run([
      'view',
      ...toArguments(wanted.install_options),
      `${wanted.name}@latest`,
      'version',
    ]);
    const version = result.stdout.trim().split('\n').at(-1);
    if (result.status === 0 && version) return { version };
    return {
      reason: `npm finds no version of ${wanted.name}: ${result.stderr.trim().split('\n').slice(0, 3).join('\n')}`,
    };
  },

  install({ wanted: { name, ensure, source, install_options } }) {
    const version = ensure === 'present' ? '' : `@${ensure}`;
    return ['install', '--global', ...toArguments(install_options), source ?? `${name}${version}`];
  },

  remove: ({ wanted }) => ['uninstall', '--global', wanted.name],
};
