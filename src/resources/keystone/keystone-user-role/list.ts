import type { State } from '../../../engine/provider.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import { defaultDomain } from '../attributes.js';
import { toRoleScope } from './read.js';

/** An object that an assignment names, with its domain if it belongs to one. */
interface AssignedEntity {
  readonly id: string;
  readonly name?: string;
  readonly domain?: { readonly name?: string };
}

/** An assignment with the names of its role, user and scope. */
export interface NamedAssignment {
  readonly role: AssignedEntity;
  readonly user?: AssignedEntity;
  readonly scope: {
    readonly project?: AssignedEntity;
    readonly domain?: AssignedEntity;
    readonly system?: object;
    readonly 'OS-INHERIT:inherited_to'?: string;
  };
}

/** All roles of one user in one scope. */
export interface UserRoles {
  /** The state, by the names of the attributes. */
  readonly state: State & { readonly roles: readonly string[] };
  /** The title with ids instead of names, which cannot be ambiguous. */
  readonly idTitle: string;
  /** The title with names, as in a manifest. */
  readonly title: string;
}

/**
 * Returns all roles that are granted to users, by user and scope, with one request. Roles of groups, inherited roles,
 * and assignments whose user or scope no longer exists are left out.
 */
export async function listAssignments(keystone: KeystoneClient): Promise<UserRoles[]> {
  const query = { include_names: 'true' };
  const list = (await keystone.list('role_assignments', query)) as readonly unknown[];
  const targets = new Map<string, UserRoles>();
  for (const { role, user, scope } of list as readonly NamedAssignment[]) {
    const one = toUserRoles(user, scope);
    if (one === undefined) continue;
    // Lists of roles do not contain the roles that belong to a domain: they are identified by their ids.
    const name = role.domain?.name === undefined ? (role.name ?? role.id) : role.id;
    const roles = [...(targets.get(one.idTitle)?.state.roles ?? []), name].sort();
    targets.set(one.idTitle, { ...one, state: { ...one.state, roles } });
  }
  return [...targets.values()];
}

function toUserRoles(user: NamedAssignment['user'], scope: NamedAssignment['scope']): UserRoles | undefined {
  const held = toRoleScope(scope);
  if (held === undefined || !user?.name) return undefined;
  const owner = { user: user.name, user_domain: findDomainName(user) };
  const assigned = (where: string, whereById: string, attributes: State): UserRoles => ({
    title: `${qualifyName(user)}@${where}`,
    idTitle: `${user.id}@${whereById}`,
    state: { ensure: 'present', ...owner, ...attributes, roles: [] },
  });
  if (held.kind === 'system') return assigned('::::all', '::::all', { system: 'all' });
  const { project, domain } = scope;
  if (project?.name)
    return assigned(qualifyName(project), project.id, {
      project: project.name,
      project_domain: findDomainName(project),
    });
  return domain?.name ? assigned(`::${domain.name}`, `::${domain.id}`, { domain: domain.name }) : undefined;
}

function findDomainName({ domain }: AssignedEntity): string {
  return domain?.name ?? defaultDomain;
}

function qualifyName(named: AssignedEntity): string {
  const domain = findDomainName(named);
  return domain === defaultDomain ? String(named.name) : `${named.name}::${domain}`;
}
