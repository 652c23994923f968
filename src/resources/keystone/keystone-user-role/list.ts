import type { State } from '../../../engine/provider.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import { defaultDomain } from '../attributes.js';
import { toRoleScope } from './read.js';

/** Something that Keystone names in an assignment, with its domain where it lives in one. */
interface AssignedEntity {
  readonly id: string;
  readonly name?: string;
  readonly domain?: { readonly name?: string };
}

/** An assignment with the names of all that it is about. */
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

/** All roles of one user in one place. */
export interface UserRoles {
  /** In the words of the attributes. */
  readonly state: State & { readonly roles: readonly string[] };
  /** Ids in place of all names, in the same form: nobody's name can be taken for another part of it. */
  readonly idTitle: string;
  /** The title that people write. */
  readonly title: string;
}

/**
 * All roles that users were given, by user and place, for one request. Left out is what groups have, what is inherited,
 * and what is left behind of a user or a place that is gone.
 */
export async function listAssignments(keystone: KeystoneClient): Promise<UserRoles[]> {
  const query = { include_names: 'true' };
  const list = (await keystone.list('role_assignments', query)) as readonly unknown[];
  const places = new Map<string, UserRoles>();
  for (const { role, user, scope } of list as readonly NamedAssignment[]) {
    const one = toUserRoles(user, scope);
    if (one === undefined) continue;
    // A role of a domain's own is in no list of roles: it is known by its id.
    const name = role.domain?.name === undefined ? (role.name ?? role.id) : role.id;
    const roles = [...(places.get(one.idTitle)?.state.roles ?? []), name].sort();
    places.set(one.idTitle, { ...one, state: { ...one.state, roles } });
  }
  return [...places.values()];
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
