import { Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type-definition.js';
import type { WantedGroup } from './attributes.js';

/**
 * The members come before the group, because they must exist. Users that come after the group, because it is one of their
 * own groups, are excluded.
 */
export function* autorequire(
  { ensure, name, gid, members = [] }: WantedGroup,
  catalog: CatalogView,
): Generator<Reference> {
  if (ensure === 'absent' || members.length === 0) return;
  const dependsOnGroup = ({ wanted }: { readonly wanted: Readonly<Record<string, unknown>> }) => {
    const { gid: primary = wanted.name, groups } = wanted;
    const others = Array.isArray(groups) ? groups : [];
    return [primary, ...others].some((group) => group === name || group === String(gid));
  };
  for (const user of catalog.all('user'))
    if (members.includes(user.name) && !dependsOnGroup(user)) yield new Reference('user', user.title);
}
