import { type DesiredPackage, toArguments } from '../attributes.js';
import type { Tool, ToolDefinition } from './tool.js';

/** Global packages of npm. */
export const npm: ToolDefinition = {
  programs: ['npm'],
  environment: { npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false' },
  remedy: 'install the package npm, or a Node.js that includes it',
  // Its status is 1 if a package has problems, and its output is complete nevertheless.
  listArguments: ['list', '--global', '--json', '--depth=0'],

  parseList(output) {
    const { dependencies = {} }: { dependencies?: Record<string, { version?: string }> } = JSON.parse(output);
    return new Map(
      Object.entries(dependencies).flatMap(([name, { version }]): [string, string[]][] =>
        version === undefined ? [] : [[name, [version]]],
      ),
    );
  },

  satisfies: (version, desired) => version === desired,
  compare: (one, other) => (one === other ? 0 : one < other ? -1 : 1),

  findNewest: (tool, { desired }) => readRegistryVersion(tool, desired, 'latest'),

  async explainUnavailable(tool, { desired }) {
    if (desired.source !== undefined) return undefined;
    const found = await readRegistryVersion(
      tool,
      desired,
      desired.ensure === 'present' ? 'latest' : desired.ensure,
    );
    return 'reason' in found ? found.reason : undefined;
  },

  toInstallArguments({ desired: { name, ensure, source, install_options } }) {
    const version = ensure === 'present' ? '' : `@${ensure}`;
    return ['install', '--global', ...toArguments(install_options), source ?? `${name}${version}`];
  },

  toRemoveArguments: ({ desired }) => ['uninstall', '--global', desired.name],
};

/** Reads the version that the registry has for a version or a tag. */
async function readRegistryVersion(
  tool: Tool,
  { name, install_options }: DesiredPackage,
  spec: string,
): Promise<{ readonly version: string } | { readonly reason: string }> {
  // All commands accept the options, such as a registry.
  const result = await tool.run(['view', ...toArguments(install_options), `${name}@${spec}`, 'version']);
  const version = result.stdout.trim().split('\n').at(-1);
  if (result.status === 0 && version) return { version };
  const what = spec === 'latest' ? 'no version' : `no version ${spec}`;
  const output = result.stderr.trim().split('\n').slice(0, 3).join('\n');
  return { reason: `npm finds ${what} of ${name}${output && `: ${output}`}` };
}
