import type { DesiredOf, PathUse, Reference } from '../../catalog/index.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import type { attributes } from './attributes.js';
import { isSystemProvider } from './provider-capabilities.js';

type DeclaredPackage = DesiredOf<typeof attributes>;

/**
 * Returns what identifies a package. A package of apt and of dpkg is the same; a gem of the same name is another one, and so
 * is a gem of another Ruby.
 */
export function toIdentity({ name, provider, command }: DeclaredPackage): string {
  return isSystemProvider(provider)
    ? name
    : [provider, name, command].filter((part) => part !== undefined).join(':');
}

/** Lists the files that a package uses. */
export function* listPaths({ source, responsefile, command }: DeclaredPackage): Iterable<PathUse> {
  if (source?.startsWith('/')) yield { use: 'reads', path: source };
  if (responsefile !== undefined) yield { use: 'needs', path: responsefile };
  if (command !== undefined) yield { use: 'needs', path: command };
}

/** Returns the packages of the system that may contain pip, gem or npm. */
export function findToolPackages({ name, provider, command }: DeclaredPackage): Reference[] {
  if (isSystemProvider(provider) || command !== undefined) return [];
  const tools = provider === 'pip' ? ['pip', 'pip3'] : [provider ?? ''];
  return tools.flatMap(listPackagesOfTool).filter(({ title }) => title !== name);
}
