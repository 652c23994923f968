import { boolean, parameter, property, string, type ValueType } from '../../catalog/index.js';

/** Taken where it says what is the case, and refused where it asks for more. */
const selinuxIgnoreDefaults: ValueType<boolean | 'true' | 'false', boolean> = {
  munge: boolean.munge,
  schema: { const: true },
  expected:
    'true: labels are those that seluser, selrole, seltype and selrange give, never defaults of the policy',
};

/** The parts of a file's label on a host with SELinux. On another they have no effect, and a run warns of them. */
export const selinuxAttributes = {
  seluser: property(string, 'The user in its SELinux label: system_u.'),
  selrole: property(string, 'The role in its SELinux label: object_r.'),
  seltype: property(string, 'The type in its SELinux label: httpd_sys_content_t.'),
  selrange: property(string, 'The range in its SELinux label: s0.'),
  selinux_ignore_defaults: parameter(
    selinuxIgnoreDefaults,
    "That parts of the label that are not given stay as they are: always so here, where Puppet has the policy's defaults.",
  ),
} as const;
