import {
  absolutePath,
  boolean,
  type DesiredOf,
  matching,
  oneOf,
  parameter,
  property,
  title,
} from '../../catalog/index.js';

export const attributes = {
  name: title('The module, as semodule lists it.', matching(/^[A-Za-z][\w.-]*$/, 'the name of a module')),
  ensure: property(oneOf('present', 'absent'), 'Whether it is in the stored policy.', {
    default: 'present',
  }),
  selmoduledir: parameter(absolutePath, 'The directory of `NAME.pp`, unless `selmodulepath` is set.', {
    default: '/usr/share/selinux/targeted',
  }),
  selmodulepath: parameter(absolutePath, 'The file of the module: a policy package, or CIL.'),
  syncversion: property(
    boolean,
    'Whether a module that differs from its file is installed again. They are compared by checksum: modules have had no versions since SELinux 2.4.',
  ),
} as const;

/** A module as the catalog declares it. */
export type DesiredModule = DesiredOf<typeof attributes>;

/** The file that a module is installed from. */
export function moduleFileOf({
  name,
  selmoduledir,
  selmodulepath,
}: Pick<DesiredModule, 'name' | 'selmoduledir' | 'selmodulepath'>): string {
  return selmodulepath ?? `${selmoduledir}/${name}.pp`;
}
