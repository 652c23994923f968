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
import { parseBooleanList } from './selboolean/getsebool.js';
import { listPackagesOfTool } from './tools/packages-of-tool.js';
import { runTool } from './tools/run-tool.js';

const onOrOff: ValueType<'on' | 'off' | 'true' | 'false' | boolean, 'on' | 'off'> = {
  ...oneOf('on', 'off'),
  munge: (value) => {
    if (value === true || value === 'true') return 'on';
    return value === false || value === 'false' ? 'off' : value;
  },
};

/**
 * A switch of SELinux's policy.
 * @example
 * new Selboolean(site, 'httpd_can_network_connect', { value: 'on', persistent: true });
 */
export class Selboolean extends nativeType(
  'selboolean',
  {
    name: title(
      'The boolean, as getsebool names it.',
      matching(/^\w[\w-]*$/, 'the name of a boolean of SELinux'),
    ),
    value: property(onOrOff, 'Whether it is on.', { required: true }),
    persistent: parameter(
      boolean,
      'Whether the value holds after a start of the host as well, which is a change of the stored policy and takes seconds.',
      { default: false },
    ),
  },
  {
    doc: 'A switch of the policy of SELinux, which must be enabled on the host. It is read by getsebool and set by setsebool.',
    autorequire: () => [...listPackagesOfTool('getsebool'), ...listPackagesOfTool('setsebool')],
  },
) {}

provide(Selboolean, {
  // setsebool -P rewrites the stored policy.
  locks: () => ['SELinux policy'],
  blank: () => undefined,

  async read(session, subjects) {
    const answers = subjects.map(async ({ title: of, name }): Promise<[string, State | Unreadable]> => {
      const { status, stdout, stderr, failure } = await session.host.run({ argv: ['getsebool', name] });
      const value = parseBooleanList(stdout).get(name);
      if (value !== undefined) return [of, { value }];
      if (failure !== undefined) {
        const hint = 'install libselinux-utils on Enterprise Linux, selinux-utils on Debian';
        return [of, new Unreadable(`getsebool could not be started (${failure}); ${hint}`)];
      }
      const said = stderr.trim() || stdout.trim() || `it ended with status ${status}`;
      return [of, new Unreadable(`getsebool does not know it: ${said}`, /permission denied/i.test(said))];
    });
    return new Map(await Promise.all(answers));
  },

  async changeAll(session, changes) {
    for (const persistent of [true, false]) {
      const settings = changes
        .filter(({ subject }) => subject.wanted.persistent === persistent)
        .map(({ subject: { name, wanted } }) => `${name}=${wanted.value}`);
      if (settings.length === 0) continue;
      await runTool(session, { argv: ['setsebool', ...(persistent ? ['-P'] : []), ...settings] });
    }
  },
});
