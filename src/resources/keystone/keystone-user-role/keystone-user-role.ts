import {
  arrayOf,
  type DesiredOf,
  nativeType,
  parameter,
  property,
  Reference,
  string,
  title,
} from '../../../catalog/index.js';
import { provide } from '../../../engine/provider.js';
import { defaultDomain, ensure, requireKeystone } from '../attributes.js';
import { createKeystoneProvider } from '../keystone-provider.js';
import { createTitleParser, type TitlePattern } from '../parse-title.js';
import { toAssignmentTarget } from './assignment-target.js';
import { changeRoles } from './change.js';
import { listAssignments, type UserRoles } from './list.js';
import { readRoles } from './read.js';

const user = '((?:[^:]|:[^:])+)';
const userDomain = '((?:[^:@]|:[^:@])+)';

/** The forms of titles; the first one that matches is used. */
const patterns: readonly TitlePattern[] = [
  [
    new RegExp(`^${user}::${userDomain}@${userDomain}::${user}$`),
    'user',
    'user_domain',
    'project',
    'project_domain',
  ],
  [new RegExp(`^${user}::${userDomain}@::${user}$`), 'user', 'user_domain', 'domain'],
  [new RegExp(`^${user}::${userDomain}@${userDomain}$`), 'user', 'user_domain', 'project'],
  [new RegExp(`^${user}@${userDomain}::${user}$`), 'user', 'project', 'project_domain'],
  [new RegExp(`^${user}@::${user}$`), 'user', 'domain'],
  [new RegExp(`^${user}@${userDomain}$`), 'user', 'project'],
  [new RegExp(`^${user}::${userDomain}@::::${user}$`), 'user', 'user_domain', 'system'],
  [new RegExp(`^${user}@::::${user}$`), 'user', 'system'],
];

const form =
  'user@project, user@::domain or user@::::system, each user and project with ::its_domain where needed';

const parseTitle = createTitleParser(patterns, form);

const attributes = {
  name: title('The user and the scope, unless the attributes are declared.'),
  ensure,
  user: parameter(string, 'The user.', { required: true }),
  user_domain: parameter(string, 'The domain of the user.', { default: defaultDomain }),
  project: parameter(string, 'The project in which the user has the roles.'),
  project_domain: parameter(string, 'The domain of the project.', { default: defaultDomain }),
  domain: parameter(string, 'The domain in which the user has the roles.'),
  system: parameter(string, 'The system scope in which the user has the roles: `all`.'),
  roles: property(arrayOf(string), 'All roles of the user in this scope, in any order.', {
    insync: (is, should) => Array.isArray(is) && sorted(is) === sorted(should),
  }),
};

/**
 * The roles of a user in a project, a domain or the system.
 * @example
 * new KeystoneUserRole(site, 'glance@services', { roles: ['admin', 'service'] });
 */
export class KeystoneUserRole extends nativeType('keystone_user_role', attributes, {
  doc: `Roles of a user of Keystone. The title is ${form}.`,
  parseTitle,
  nameOf: ({ user, user_domain = defaultDomain, ...scope }) => `${user}::${user_domain}@${scopeName(scope)}`,
  *validate({ ensure, roles = [], project, domain, system }) {
    if (project !== undefined && domain !== undefined) yield 'project and domain exclude each other';
    if (project !== undefined && system !== undefined) yield 'project and system exclude each other';
    if (domain !== undefined && system !== undefined) yield 'domain and system exclude each other';
    if (ensure === 'present' && roles.length === 0) yield 'it needs roles';
  },
  autorequire: ({
    user,
    user_domain = defaultDomain,
    project,
    project_domain = defaultDomain,
    domain,
    roles,
  }) => [
    ...requireKeystone(),
    ...inDomain('keystone_user', user, user_domain),
    ...(project === undefined ? [] : inDomain('keystone_tenant', project, project_domain)),
    ...(roles ?? []).map((role) => new Reference('keystone_role', role)),
    ...[user_domain, domain ?? project_domain].map((name) => new Reference('keystone_domain', name)),
  ],
}) {}

provide(
  KeystoneUserRole,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      const roles = await readRoles(
        keystone,
        subjects.map(({ desired }) => toAssignmentTarget(desired)),
      );
      return new Map(
        subjects.map(({ title }, at) => {
          const names = roles[at] ?? [];
          return [title, names.length === 0 ? { ensure: 'absent' } : { ensure: 'present', roles: names }];
        }),
      );
    },

    change: (keystone, { desired }, diff) =>
      changeRoles(keystone, toAssignmentTarget(desired), diff.removes ? [] : (desired.roles ?? [])),

    list: async (keystone) =>
      new Map((await listAssignments(keystone)).map((one) => [titleOf(one), one.state] as const)),
  }),
);

/** Names with colons or an `@` may be ambiguous in a title: it contains ids then, and the attributes the names. */
function titleOf({ title, idTitle, state }: UserRoles): string {
  const said = parseTitle(title);
  const fits =
    typeof said === 'object' &&
    Object.entries(said).every(([attribute, value]) => state[attribute] === value);
  return fits ? title : idTitle;
}

type Scope = Pick<DesiredOf<typeof attributes>, 'project' | 'domain' | 'system'> & {
  project_domain?: string;
};

function scopeName({ project, project_domain = defaultDomain, domain, system }: Scope): string {
  if (project !== undefined) return `${project}::${project_domain}`;
  return domain === undefined ? `::::${system}` : `::${domain}`;
}

/** Returns both forms of the title of a user or project, which may or may not contain its domain. */
function inDomain(type: string, name: string, domain: string): Reference[] {
  return [new Reference(type, `${name}::${domain}`), new Reference(type, name)];
}

function sorted(roles: readonly unknown[]): string {
  return JSON.stringify([...new Set(roles.map(String))].sort());
}
