import {
  boolean,
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  title,
  type ValueType,
} from '../catalog/index.js';
import { provide, type State, Unreadable } from '../engine/provider.js';
import { describeExit } from './tools/command-result.js';
import { listPackagesOfTool } from './tools/packages-of-tool.js';
import { runTool } from './tools/run-tool.js';

const onOrOff: ValueType<'on' | 'off' | 'true' | 'false' | boolean, 'on' | 'off'> = {
  ...oneOf('on', 'off'),
  munge: (value) => {
    if (value === true || value === 'true') return 'on';
    return value === false || value === 'false' ? 'off' : value;
  },
};

const attributes = {
  name: title(
    'The boolean, as getsebool names it.',
    matching(/^\w[\w-]*$/, 'the name of an SELinux boolean'),
  ),
  value: property(onOrOff, 'Whether it is on.', { required: true }),
  persistent: parameter(
    boolean,
    'Whether the value survives a restart of the host, which changes the stored policy and takes seconds.',
    { default: false },
  ),
} as const;

/**
 * A boolean of the SELinux policy.
 * @example
 * new Selboolean(site, 'httpd_can_network_connect', { value: 'on', persistent: true });
 */
export class Selboolean extends nativeType('selboolean', attributes, {
  doc: 'A boolean of the SELinux policy. SELinux must be enabled on the host. Read with getsebool, set with setsebool.',
  autorequire: () => [...listPackagesOfTool('getsebool'), ...listPackagesOfTool('setsebool')],
}) {}

provide(Selboolean, {
  async read(session, subjects) {
    const states = subjects.map(async ({ title: key, name }): Promise<[string, State | Unreadable]> => {
      const result = await session.host.run({ argv: ['getsebool', name] });
      const value = parseBooleanList(result.stdout).get(name);
      if (value !== undefined) return [key, { value }];
      const exit = `getsebool ${describeExit('getsebool', result)}`;
      if (result.failure !== undefined) {
        const hint = 'install libselinux-utils on Enterprise Linux, selinux-utils on Debian';
        return [key, new Unreadable(`${exit}: ${hint}`)];
      }
      const output = result.stderr.trim() || result.stdout.trim();
      return [key, new Unreadable(`${exit}${output && `: ${output}`}`, /permission denied/i.test(output))];
    });
    return new Map(await Promise.all(states));
  },

  async changeAll(session, changes) {
    for (const persistent of [true, false]) {
      const settings = changes
        .filter(({ subject }) => subject.desired.persistent === persistent)
        .map(({ subject: { name, desired } }) => `${name}=${desired.value}`);
      if (settings.length === 0) continue;
      await runTool(session, { argv: ['setsebool', ...(persistent ? ['-P'] : []), ...settings] });
    }
  },

  // setsebool -P rewrites the stored policy.
  locks: () => ['SELinux policy'],
  blank: () => undefined,
});

/** Reads the values that `getsebool` prints: `httpd_can_network_connect --> on`. */
export function parseBooleanList(output: string): Map<string, 'on' | 'off'> {
  return new Map(
    [...output.matchAll(/^(\S+) --> (on|off)\b/gm)].map(([, name, value]) => [
      String(name),
      value === 'on' ? 'on' : 'off',
    ]),
  );
}
