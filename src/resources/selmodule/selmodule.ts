import {
  absolutePath,
  boolean,
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  title,
} from '../../catalog/index.js';
import { provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { runTool } from '../tools/run-tool.js';
import { readCilChecksum } from './read-cil-checksum.js';
import { parseModuleList } from './semodule.js';

/**
 * A module in the stored policy of SELinux.
 * @example
 * new Selmodule(site, 'glance_extras', { selmodulepath: '/usr/share/selinux/packages/glance_extras.pp' });
 */
export class Selmodule extends nativeType(
  'selmodule',
  {
    name: title('The module, as semodule lists it.', matching(/^[A-Za-z][\w.-]*$/, 'the name of a module')),
    ensure: property(oneOf('present', 'absent'), 'Whether it is in the stored policy.', {
      default: 'present',
    }),
    selmoduledir: parameter(absolutePath, 'Where `NAME.pp` is, unless `selmodulepath` says otherwise.', {
      default: '/usr/share/selinux/targeted',
    }),
    selmodulepath: parameter(absolutePath, 'The file of the module: a package of policy, or CIL.'),
    syncversion: property(
      boolean,
      'Whether a module is installed again where it differs from its file. They are compared by checksum: modules have had no versions since SELinux 2.4.',
    ),
  },
  {
    doc: 'A module in the stored policy of SELinux, listed, installed and removed by semodule. SELinux need not be enabled on the host.',
    *validate({ ensure, syncversion }) {
      if (ensure === 'absent' && syncversion !== undefined)
        yield "syncversion says something of a module that is there, and ensure is 'absent'";
    },
    autorequire: () => listPackagesOfTool('semodule'),
    paths: function* (wanted) {
      if (wanted.ensure === 'present') yield { use: 'needs', path: resolveModuleFile(wanted) };
    },
  },
) {}

/** What says where the file of a module is. */
interface ModuleLocation {
  readonly name: string;
  readonly selmoduledir: string;
  readonly selmodulepath?: string | undefined;
}

function resolveModuleFile({ name, selmoduledir, selmodulepath }: ModuleLocation): string {
  return selmodulepath ?? `${selmoduledir}/${name}.pp`;
}

/** Each change rebuilds the whole policy, which takes seconds. */
const TIMEOUT = 600;

provide(Selmodule, {
  // semodule rewrites the stored policy.
  locks: () => ['SELinux policy'],
  blank: () => undefined,

  async read(session, subjects) {
    const list = await session.host.run({ argv: ['semodule', '--list', '--checksum'] });
    if (list.failure !== undefined) {
      const unreadable = new Unreadable(
        `semodule could not be started (${list.failure}); install policycoreutils`,
      );
      return new Map(subjects.map(({ title: of }) => [of, unreadable]));
    }
    if (list.status !== 0) {
      const said = list.stderr.trim() || `it ended with status ${list.status}`;
      const unreadable = new Unreadable(
        `semodule cannot list modules: ${said}`,
        /permission|root/i.test(said),
      );
      return new Map(subjects.map(({ title: of }) => [of, unreadable]));
    }
    const modules = parseModuleList(list.stdout);
    const states = subjects.map(async ({ title: of, name, wanted }): Promise<[string, State][]> => {
      const checksum = modules.get(name);
      if (checksum === undefined) return [];
      const { syncversion } = wanted;
      if (syncversion !== true) return [[of, { ensure: 'present', syncversion }]];
      return [[of, { ensure: 'present', syncversion: await matchesFile(session, wanted, checksum) }]];
    });
    return new Map((await Promise.all(states)).flat());
  },

  async change(session, { name, wanted }) {
    const argv: [string, ...string[]] =
      wanted.ensure === 'absent'
        ? ['semodule', '--remove', name]
        : ['semodule', '--install', resolveModuleFile(wanted)];
    await runTool(session, { argv, timeout: TIMEOUT });
  },
});

async function matchesFile(session: Session, wanted: ModuleLocation, checksum: string): Promise<boolean> {
  return (await readCilChecksum(session, resolveModuleFile(wanted))) === checksum;
}
