/** The part of a directory that a recursive resource may change: everything that no other file resource manages. */
export interface PurgeScope {
  /** Whether another resource manages the path or a directory above it. */
  isManagedElsewhere(path: string): boolean;
  /** Whether another resource manages something below the path, so that it must not be removed. */
  containsManaged(path: string): boolean;
}

/** Builds the scope of a directory from the paths of all file resources. */
export function buildPurgeScope(root: string, managed: ReadonlySet<string>): PurgeScope {
  const prefix = root === '/' ? '/' : `${root}/`;
  const managedBelow = new Set<string>();
  const parents = new Set<string>();
  for (const path of managed) {
    if (!path.startsWith(prefix) || path === root) continue;
    managedBelow.add(path);
    for (const parent of listParentsWithin(path, prefix)) parents.add(parent);
  }
  return {
    isManagedElsewhere(path) {
      if (managedBelow.size === 0) return false;
      if (managedBelow.has(path)) return true;
      for (const parent of listParentsWithin(path, prefix)) if (managedBelow.has(parent)) return true;
      return false;
    },
    containsManaged: (path) => parents.has(path),
  };
}

/** Lists the directories between a path and the directory of `prefix`, the nearest first. */
export function* listParentsWithin(path: string, prefix: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end >= prefix.length; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end);
  }
}
