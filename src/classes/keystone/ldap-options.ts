import { anything, boolean, parameter, type Scope } from '../../catalog/index.js';
import { compareReleases, type Release } from '../../data/releases.js';
import { Package } from '../../resources/index.js';
import { type OptionOptions, type OptionValue, option, password, perRelease } from '../tables/index.js';
import { Params } from './params.js';

/** How the options changed with the releases: a domain's are nearly those of all domains, and changed at other times. */
export interface LdapHistory {
  /** What stands for an option that nobody gave, in the releases that began so, where one of Newton has this default. */
  defaults(usual: OptionValue | undefined): Readonly<Partial<Record<Release, OptionValue | undefined>>>;
  /** The last release that wrote where projects and roles are. */
  readonly assignmentUntil: Release;
  /** The last release that wrote what Keystone may change in the directory. */
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
    user: key('user', 'Who reads it; nobody in particular where nothing is said.'),
    password: key('password', 'The password of that user.', { ...password }),
    suffix: key('suffix', 'The suffix of the directory; it was needed where other names are left out.'),
    query_scope: key('query_scope', 'How deep is searched: `one` or `sub`.'),
    page_size: key('page_size', 'Entries of an answer at most; 0 for all at once.'),
    user_tree_dn: key('user_tree_dn', 'Where users are.'),
    user_filter: key('user_filter', 'Which entries of those are users.'),
    user_objectclass: key('user_objectclass', 'The class of users.'),
    user_id_attribute: key('user_id_attribute', "The attribute that is a user's id."),
    user_name_attribute: key('user_name_attribute', "The attribute that is a user's name."),
    user_description_attribute: key('user_description_attribute', 'The attribute that describes a user.', {
      since: 'pike',
    }),
    user_mail_attribute: key('user_mail_attribute', "The attribute that is a user's address."),
    user_enabled_attribute: key(
      'user_enabled_attribute',
      'The attribute that says whether a user is enabled.',
    ),
    user_enabled_mask: key('user_enabled_mask', 'The bit of it that says so; 0 where it is no mask.'),
    user_enabled_default: key('user_enabled_default', 'The value of it that stands for an enabled user.'),
    user_enabled_invert: key('user_enabled_invert', 'It says whether a user is disabled.'),
    user_attribute_ignore: key('user_attribute_ignore', 'Attributes of users that are left alone.'),
    user_default_project_id_attribute: key(
      'user_default_project_id_attribute',
      "The attribute that is the id of a user's own project.",
    ),
    user_allow_create: ofWriting('user_allow_create', 'Whether users are made.'),
    user_allow_update: ofWriting('user_allow_update', 'Whether users are changed.'),
    user_allow_delete: ofWriting('user_allow_delete', 'Whether users are removed.'),
    user_pass_attribute: key('user_pass_attribute', "The attribute that is a user's password."),
    user_enabled_emulation: key('user_enabled_emulation', 'Whether a user is enabled is said by a group.'),
    user_enabled_emulation_dn: key('user_enabled_emulation_dn', 'That group.'),
    user_additional_attribute_mapping: key(
      'user_additional_attribute_mapping',
      'Further attributes of users: `ldap_attribute:user_attribute`.',
    ),
    project_tree_dn: ofAssignment('project_tree_dn', 'Where projects are.'),
    project_filter: ofAssignment('project_filter', 'Which entries of those are projects.'),
    project_objectclass: ofAssignment('project_objectclass', 'The class of projects.'),
    project_id_attribute: ofAssignment('project_id_attribute', "The attribute that is a project's id."),
    project_member_attribute: ofAssignment(
      'project_member_attribute',
      "The attribute that names a project's members.",
    ),
    project_desc_attribute: ofAssignment('project_desc_attribute', 'The attribute that describes a project.'),
    project_name_attribute: ofAssignment('project_name_attribute', "The attribute that is a project's name."),
    project_enabled_attribute: ofAssignment(
      'project_enabled_attribute',
      'The attribute that says whether a project is enabled.',
    ),
    project_domain_id_attribute: ofAssignment(
      'project_domain_id_attribute',
      "The attribute that is the id of a project's domain.",
    ),
    project_attribute_ignore: ofAssignment(
      'project_attribute_ignore',
      'Attributes of projects that are left alone.',
    ),
    project_allow_create: ofAssignment('project_allow_create', 'Whether projects are made.'),
    project_allow_update: ofAssignment('project_allow_update', 'Whether projects are changed.'),
    project_allow_delete: ofAssignment('project_allow_delete', 'Whether projects are removed.'),
    project_enabled_emulation: ofAssignment(
      'project_enabled_emulation',
      'Whether a project is enabled is said by a group.',
    ),
    project_enabled_emulation_dn: ofAssignment('project_enabled_emulation_dn', 'That group.'),
    project_additional_attribute_mapping: ofAssignment(
      'project_additional_attribute_mapping',
      'Further attributes of projects: `ldap_attribute:project_attribute`.',
    ),
    role_tree_dn: ofAssignment('role_tree_dn', 'Where roles are.'),
    role_filter: ofAssignment('role_filter', 'Which entries of those are roles.'),
    role_objectclass: ofAssignment('role_objectclass', 'The class of roles.'),
    role_id_attribute: ofAssignment('role_id_attribute', "The attribute that is a role's id."),
    role_name_attribute: ofAssignment('role_name_attribute', "The attribute that is a role's name."),
    role_member_attribute: ofAssignment('role_member_attribute', 'The attribute that names who has a role.'),
    role_attribute_ignore: ofAssignment('role_attribute_ignore', 'Attributes of roles that are left alone.'),
    role_allow_create: ofAssignment('role_allow_create', 'Whether roles are made.'),
    role_allow_update: ofAssignment('role_allow_update', 'Whether roles are changed.'),
    role_allow_delete: ofAssignment('role_allow_delete', 'Whether roles are removed.'),
    role_additional_attribute_mapping: ofAssignment(
      'role_additional_attribute_mapping',
      'Further attributes of roles: `ldap_attribute:role_attribute`.',
    ),
    group_tree_dn: key('group_tree_dn', 'Where groups are.'),
    group_filter: key('group_filter', 'Which entries of those are groups.'),
    group_objectclass: key('group_objectclass', 'The class of groups.'),
    group_id_attribute: key('group_id_attribute', "The attribute that is a group's id."),
    group_name_attribute: key('group_name_attribute', "The attribute that is a group's name."),
    group_member_attribute: key('group_member_attribute', "The attribute that names a group's members."),
    group_members_are_ids: key(
      'group_members_are_ids',
      'It names them by their ids, and not by where they are.',
      { since: 'pike' },
    ),
    group_desc_attribute: key('group_desc_attribute', 'The attribute that describes a group.'),
    group_attribute_ignore: key('group_attribute_ignore', 'Attributes of groups that are left alone.'),
    group_allow_create: ofWriting('group_allow_create', 'Whether groups are made.'),
    group_allow_update: ofWriting('group_allow_update', 'Whether groups are changed.'),
    group_allow_delete: ofWriting('group_allow_delete', 'Whether groups are removed.'),
    group_additional_attribute_mapping: key(
      'group_additional_attribute_mapping',
      'Further attributes of groups: `ldap_attribute:group_attribute`.',
    ),
    chase_referrals: key('chase_referrals', 'Whether references to other directories are followed.'),
    use_tls: key('use_tls', 'Whether a connection turns to TLS.'),
    tls_cacertdir: key('tls_cacertdir', 'Directory of certificates of the authorities that are trusted.'),
    tls_cacertfile: key('tls_cacertfile', 'Certificates of the authorities that are trusted.'),
    tls_req_cert: key(
      'tls_req_cert',
      "What the directory's certificate must be: `demand`, `allow` or `never`.",
    ),
    connection_timeout: key('connection_timeout', 'Seconds to wait for a connection.', { since: '2025.2' }),
    use_pool: pool('use_pool', 'Whether connections are kept.', false),
    pool_size: pool('pool_size', 'How many are kept.', 10),
    pool_retry_max: pool('pool_retry_max', 'How often a connection is tried again.', 3),
    pool_retry_delay: pool('pool_retry_delay', 'Seconds between two tries.', 0.1),
    pool_connection_timeout: pool(
      'pool_connection_timeout',
      'Seconds to wait for a connection; -1 for ever.',
      -1,
    ),
    pool_connection_lifetime: pool('pool_connection_lifetime', 'Seconds for which one is kept.', 600),
    use_auth_pool: pool(
      'use_auth_pool',
      "Whether connections for checking users' passwords are kept.",
      false,
    ),
    auth_pool_size: pool('auth_pool_size', 'How many of those are kept.', 100),
    auth_pool_connection_lifetime: pool(
      'auth_pool_connection_lifetime',
      'Seconds for which one of those is kept.',
      60,
    ),
  } as const;
}

/** What the options need on the host. */
export const ldapPackages = {
  package_ensure: parameter(anything, 'The state of the packages for LDAP.', { default: 'present' }),
  manage_packages: parameter(boolean, 'Whether they are managed.', { default: true }),
} as const;

/** Declares the packages that Keystone speaks LDAP with. */
export function declareLdapPackages(scope: Scope, ensure: unknown, tag: string | readonly string[]): void {
  const older = compareReleases(scope.release, 'train') < 0;
  const name = older ? {} : { name: scope.include(Params).ldappoolPackage };
  const titles = scope.release === 'newton' ? ['python-ldap', 'python-ldappool'] : ['python-ldappool'];
  for (const title of titles) {
    scope.declareUnlessThere(Package, title, { ensure: ensure as string, ...name, tag });
  }
}
