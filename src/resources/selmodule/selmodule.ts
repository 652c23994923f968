import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { runTool } from '../tools/run-tool.js';
import { attributes, moduleFileOf } from './attributes.js';
import { readModules } from './read.js';

/** Seconds for one change: each rebuilds the whole policy. */
const TIMEOUT = 600;

/**
 * A module in the stored SELinux policy.
 * @example
 * new Selmodule(site, 'glance_extras', { selmodulepath: '/usr/share/selinux/packages/glance_extras.pp' });
 */
export class Selmodule extends nativeType('selmodule', attributes, {
  doc: 'A module in the stored SELinux policy, listed, installed and removed with semodule. SELinux need not be enabled on the host.',
  *validate({ ensure, syncversion }) {
    if (ensure === 'absent' && syncversion !== undefined)
      yield "syncversion has no effect on a module that is to be removed, and ensure is 'absent'";
  },
  autorequire: () => listPackagesOfTool('semodule'),
  *paths(desired) {
    if (desired.ensure === 'present') yield { use: 'needs', path: moduleFileOf(desired) };
  },
}) {}

provide(Selmodule, {
  read: readModules,

  async change(session, { name, desired }) {
    const argv: [string, ...string[]] =
      desired.ensure === 'absent'
        ? ['semodule', '--remove', name]
        : ['semodule', '--install', moduleFileOf(desired)];
    await runTool(session, { argv, timeout: TIMEOUT });
  },

  // semodule rewrites the stored policy.
  locks: () => ['SELinux policy'],
  blank: () => undefined,
});
