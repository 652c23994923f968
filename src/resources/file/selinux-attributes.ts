import { boolean, parameter, property, string, type ValueType } from '../../catalog/index.js';

/** Accepted if it is true, which is how labels are managed here, and refused otherwise. */
const selinuxIgnoreDefaults: ValueType<boolean | 'true' | 'false', boolean> = {
  munge: boolean.munge,
  schema: { const: true },
  expected:
    'true: labels are set by seluser, selrole, seltype and selrange, never from defaults of the policy',
};

/** The parts of a file's label on a host with SELinux. On other hosts they have no effect, and a run warns about them. */
export const selinuxAttributes = {
  seluser: property(string, 'The user in its SELinux label: system_u.'),
  selrole: property(string, 'The role in its SELinux label: object_r.'),
  seltype: property(string, 'The type in its SELinux label: httpd_sys_content_t.'),
  selrange: property(string, 'The range in its SELinux label: s0.'),
  selinux_ignore_defaults: parameter(
    selinuxIgnoreDefaults,
    "Whether parts of the label that are not declared are left unchanged: always true here, whereas Puppet uses the policy's defaults.",
  ),
} as const;
