import { Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type-definition.js';
import type { DesiredGroup } from './attributes.js';

/**
 * The members come before the group, because they must exist. Users that come after the group, because it is one of their
 * own groups, are excluded.
 */
export function* autorequire(
  { ensure, name, gid, members = [] }: DesiredGroup,
  catalog: CatalogView,
): Generator<Reference> {
  if (ensure === 'absent' || members.length === 0) return;
  const dependsOnGroup = ({ desired }: { readonly desired: Readonly<Record<string, unknown>> }) => {
    const { gid: primary = desired.name, groups } = desired;
    const others = Array.isArray(groups) ? groups : [];
    return [primary, ...others].some((group) => group === name || group === String(gid));
  };
  for (const user of catalog.all('user'))
    if (members.includes(user.name) && !dependsOnGroup(user)) yield new Reference('user', user.title);
}
