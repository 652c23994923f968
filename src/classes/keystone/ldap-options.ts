import { anything, boolean, parameter, type Scope } from '../../catalog/index.js';
import { compareReleases, type Release } from '../../data/releases.js';
import { Package } from '../../resources/index.js';
import { passOn } from '../pass-on.js';
import { literalSecret, type OptionOptions, type OptionValue, option, perRelease } from '../shared/index.js';
import { Params } from './params.js';

/** The releases in which options changed: they differ between one domain and all domains. */
export interface LdapHistory {
  /** The value of an option that is not given, in early releases, if Newton has this default. */
  defaults(usual: OptionValue | undefined): Readonly<Partial<Record<Release, OptionValue | undefined>>>;
  /** The last release with options for projects and roles. */
  readonly assignmentUntil: Release;
  /** The last release with options for writing to the directory. */
  readonly writableUntil: Release;
}

const assignment = 'projects and roles are in no directory since Mitaka';
const writable = 'Keystone only reads directories since Ocata';

/** The options of [ldap], as parameters of the same names. */
export function ldapOptions({ defaults, assignmentUntil, writableUntil }: LdapHistory) {
  const unset = perRelease(defaults(undefined));
  const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
    option(`ldap/${name}`, doc, { default: unset, ...options });
  const pool = (name: string, doc: string, usual: OptionValue) =>
    key(name, doc, { default: perRelease(defaults(usual)) });
  const ofAssignment = (name: string, doc: string) =>
    key(name, doc, { until: assignmentUntil, obsolete: assignment });
  const ofWriting = (name: string, doc: string) =>
    key(name, doc, { until: writableUntil, obsolete: writable });
  return {
    url: key('url', 'Addresses of the directory, separated by commas.'),
    user: key('user', 'User to bind as. @default anonymous'),
    password: key('password', 'The password of that user.', { ...literalSecret }),
    suffix: key('suffix', 'Suffix of the directory, for names that are not declared.'),
    query_scope: key('query_scope', 'Depth of searches: `one` or `sub`.'),
    page_size: key('page_size', 'Maximum number of entries per page; 0 to disable paging.'),
    user_tree_dn: key('user_tree_dn', 'Base of the users.'),
    user_filter: key('user_filter', 'Filter for users.'),
    user_objectclass: key('user_objectclass', 'The class of users.'),
    user_id_attribute: key('user_id_attribute', "The attribute that is a user's ID."),
    user_name_attribute: key('user_name_attribute', "The attribute that is a user's name."),
    user_description_attribute: key('user_description_attribute', 'The attribute that describes a user.', {
      since: 'pike',
    }),
    user_mail_attribute: key('user_mail_attribute', "The attribute that is a user's address."),
    user_enabled_attribute: key('user_enabled_attribute', 'The attribute for whether a user is enabled.'),
    user_enabled_mask: key('user_enabled_mask', 'The bit of that attribute; 0 if it is not a mask.'),
    user_enabled_default: key('user_enabled_default', 'The value of that attribute for an enabled user.'),
    user_enabled_invert: key(
      'user_enabled_invert',
      'Whether that attribute means disabled instead of enabled.',
    ),
    user_attribute_ignore: key('user_attribute_ignore', 'Attributes of users that are ignored.'),
    user_default_project_id_attribute: key(
      'user_default_project_id_attribute',
      "The attribute that is the ID of a user's default project.",
    ),
    user_allow_create: ofWriting('user_allow_create', 'Whether users are created.'),
    user_allow_update: ofWriting('user_allow_update', 'Whether users are changed.'),
    user_allow_delete: ofWriting('user_allow_delete', 'Whether users are removed.'),
    user_pass_attribute: key('user_pass_attribute', "The attribute that is a user's password."),
    user_enabled_emulation: key(
      'user_enabled_emulation',
      'Whether users are enabled by membership in a group.',
    ),
    user_enabled_emulation_dn: key('user_enabled_emulation_dn', 'The distinguished name of that group.'),
    user_additional_attribute_mapping: key(
      'user_additional_attribute_mapping',
      'Further attributes of users: `ldap_attribute:user_attribute`.',
    ),
    project_tree_dn: ofAssignment('project_tree_dn', 'Base of the projects.'),
    project_filter: ofAssignment('project_filter', 'Filter for projects.'),
    project_objectclass: ofAssignment('project_objectclass', 'The class of projects.'),
    project_id_attribute: ofAssignment('project_id_attribute', "The attribute that is a project's ID."),
    project_member_attribute: ofAssignment(
      'project_member_attribute',
      "The attribute that names a project's members.",
    ),
    project_desc_attribute: ofAssignment('project_desc_attribute', 'The attribute that describes a project.'),
    project_name_attribute: ofAssignment('project_name_attribute', "The attribute that is a project's name."),
    project_enabled_attribute: ofAssignment(
      'project_enabled_attribute',
      'The attribute for whether a project is enabled.',
    ),
    project_domain_id_attribute: ofAssignment(
      'project_domain_id_attribute',
      "The attribute that is the ID of a project's domain.",
    ),
    project_attribute_ignore: ofAssignment(
      'project_attribute_ignore',
      'Attributes of projects that are ignored.',
    ),
    project_allow_create: ofAssignment('project_allow_create', 'Whether projects are created.'),
    project_allow_update: ofAssignment('project_allow_update', 'Whether projects are changed.'),
    project_allow_delete: ofAssignment('project_allow_delete', 'Whether projects are removed.'),
    project_enabled_emulation: ofAssignment(
      'project_enabled_emulation',
      'Whether projects are enabled by membership in a group.',
    ),
    project_enabled_emulation_dn: ofAssignment(
      'project_enabled_emulation_dn',
      'The distinguished name of that group.',
    ),
    project_additional_attribute_mapping: ofAssignment(
      'project_additional_attribute_mapping',
      'Further attributes of projects: `ldap_attribute:project_attribute`.',
    ),
    role_tree_dn: ofAssignment('role_tree_dn', 'Base of the roles.'),
    role_filter: ofAssignment('role_filter', 'Filter for roles.'),
    role_objectclass: ofAssignment('role_objectclass', 'The class of roles.'),
    role_id_attribute: ofAssignment('role_id_attribute', "The attribute that is a role's ID."),
    role_name_attribute: ofAssignment('role_name_attribute', "The attribute that is a role's name."),
    role_member_attribute: ofAssignment('role_member_attribute', 'The attribute for the members of a role.'),
    role_attribute_ignore: ofAssignment('role_attribute_ignore', 'Attributes of roles that are ignored.'),
    role_allow_create: ofAssignment('role_allow_create', 'Whether roles are created.'),
    role_allow_update: ofAssignment('role_allow_update', 'Whether roles are changed.'),
    role_allow_delete: ofAssignment('role_allow_delete', 'Whether roles are removed.'),
    role_additional_attribute_mapping: ofAssignment(
      'role_additional_attribute_mapping',
      'Further attributes of roles: `ldap_attribute:role_attribute`.',
    ),
    group_tree_dn: key('group_tree_dn', 'Base of the groups.'),
    group_filter: key('group_filter', 'Filter for groups.'),
    group_objectclass: key('group_objectclass', 'The class of groups.'),
    group_id_attribute: key('group_id_attribute', "The attribute that is a group's ID."),
    group_name_attribute: key('group_name_attribute', "The attribute that is a group's name."),
    group_member_attribute: key('group_member_attribute', "The attribute that names a group's members."),
    group_members_are_ids: key(
      'group_members_are_ids',
      'Whether members are IDs instead of distinguished names.',
      { since: 'pike' },
    ),
    group_desc_attribute: key('group_desc_attribute', 'The attribute that describes a group.'),
    group_attribute_ignore: key('group_attribute_ignore', 'Attributes of groups that are ignored.'),
    group_allow_create: ofWriting('group_allow_create', 'Whether groups are created.'),
    group_allow_update: ofWriting('group_allow_update', 'Whether groups are changed.'),
    group_allow_delete: ofWriting('group_allow_delete', 'Whether groups are removed.'),
    group_additional_attribute_mapping: key(
      'group_additional_attribute_mapping',
      'Further attributes of groups: `ldap_attribute:group_attribute`.',
    ),
    chase_referrals: key('chase_referrals', 'Whether referrals are followed.'),
    use_tls: key('use_tls', 'Whether connections use StartTLS.'),
    tls_cacertdir: key('tls_cacertdir', 'Directory of certificates of the authorities that are trusted.'),
    tls_cacertfile: key('tls_cacertfile', 'Certificates of the authorities that are trusted.'),
    tls_req_cert: key(
      'tls_req_cert',
      "How the directory's certificate is verified: `demand`, `allow` or `never`.",
    ),
    connection_timeout: key('connection_timeout', 'Seconds to wait for a connection.', { since: '2025.2' }),
    use_pool: pool('use_pool', 'Whether connections are pooled.', false),
    pool_size: pool('pool_size', 'Size of the pool.', 10),
    pool_retry_max: pool('pool_retry_max', 'Maximum number of connection retries.', 3),
    pool_retry_delay: pool('pool_retry_delay', 'Seconds between two attempts.', 0.1),
    pool_connection_timeout: pool(
      'pool_connection_timeout',
      'Seconds to wait for a connection; -1 for no limit.',
      -1,
    ),
    pool_connection_lifetime: pool('pool_connection_lifetime', 'Lifetime of a connection, in seconds.', 600),
    use_auth_pool: pool(
      'use_auth_pool',
      "Whether connections for checking users' passwords are kept.",
      false,
    ),
    auth_pool_size: pool('auth_pool_size', 'Size of that pool.', 100),
    auth_pool_connection_lifetime: pool(
      'auth_pool_connection_lifetime',
      'Lifetime of those connections, in seconds.',
      60,
    ),
  } as const;
}

/** Parameters of the packages that LDAP needs. */
export const ldapPackages = {
  package_ensure: parameter(anything, 'The state of the packages for LDAP.', { default: 'present' }),
  manage_packages: parameter(boolean, 'Whether they are managed.', { default: true }),
} as const;

/** Declares the packages for LDAP. */
export function declareLdapPackages(scope: Scope, ensure: unknown, tag: string | readonly string[]): void {
  const older = compareReleases(scope.release, 'train') < 0;
  const name = older ? {} : { name: scope.include(Params).ldappoolPackage };
  const titles = scope.release === 'newton' ? ['python-ldap', 'python-ldappool'] : ['python-ldappool'];
  for (const title of titles) {
    scope.ensureResource(Package, title, { ensure: passOn(ensure), ...name, tag });
  }
}
