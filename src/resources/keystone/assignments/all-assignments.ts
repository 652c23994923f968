import type { State } from '../../../engine/provider.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import { defaultDomain } from '../common.js';
import { scopeIn } from './roles-of.js';

/** Something that Keystone names in an assignment, with its domain where it lives in one. */
interface Named {
  readonly id: string;
  readonly name?: string;
  readonly domain?: { readonly name?: string };
}

/** An assignment with the names of all that it is about. */
export interface NamedAssignment {
  readonly role: Named;
  readonly user?: Named;
  readonly scope: {
    readonly project?: Named;
    readonly domain?: Named;
    readonly system?: object;
    readonly 'OS-INHERIT:inherited_to'?: string;
  };
}

/** All roles of one user in one place. */
export interface Assigned {
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
export async function allAssignments(keystone: KeystoneClient): Promise<Assigned[]> {
  const query = { include_names: 'true' };
  const list = (await keystone.list('role_assignments', query)) as readonly unknown[];
  const places = new Map<string, Assigned>();
  for (const { role, user, scope } of list as readonly NamedAssignment[]) {
    const one = placed(user, scope);
    if (one === undefined) continue;
    // A role of a domain's own is in no list of roles: it is known by its id.
    const name = role.domain?.name === undefined ? (role.name ?? role.id) : role.id;
    const roles = [...(places.get(one.idTitle)?.state.roles ?? []), name].sort();
    places.set(one.idTitle, { ...one, state: { ...one.state, roles } });
  }
  return [...places.values()];
}

function placed(user: NamedAssignment['user'], scope: NamedAssignment['scope']): Assigned | undefined {
  const held = scopeIn(scope);
  if (held === undefined || !user?.name) return undefined;
  const owner = { user: user.name, user_domain: domainOf(user) };
  const assigned = (where: string, whereById: string, attributes: State): Assigned => ({
    title: `${inDomain(user)}@${where}`,
    idTitle: `${user.id}@${whereById}`,
    state: { ensure: 'present', ...owner, ...attributes, roles: [] },
  });
  if (held.kind === 'system') return assigned('::::all', '::::all', { system: 'all' });
  const { project, domain } = scope;
  if (project?.name)
    return assigned(inDomain(project), project.id, {
      project: project.name,
      project_domain: domainOf(project),
    });
  return domain?.name ? assigned(`::${domain.name}`, `::${domain.id}`, { domain: domain.name }) : undefined;
}

function domainOf({ domain }: Named): string {
  return domain?.name ?? defaultDomain;
}

function inDomain(named: Named): string {
  const domain = domainOf(named);
  return domain === defaultDomain ? String(named.name) : `${named.name}::${domain}`;
}
