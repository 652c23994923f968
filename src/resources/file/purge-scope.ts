/** What of a directory belongs to other file resources of the catalog. */
export interface PurgeScope {
  /** The path is another resource's, or below one that is. */
  isManagedElsewhere(path: string): boolean;
  /** Something below the path is another resource's, so that it may not be removed. */
  containsManaged(path: string): boolean;
}

/** Finds what in `root` other resources manage, of the paths of all of them. */
export function buildPurgeScope(root: string, managed: ReadonlySet<string>): PurgeScope {
  const prefix = root === '/' ? '/' : `${root}/`;
  const foreign = new Set<string>();
  const holders = new Set<string>();
  for (const path of managed) {
    if (!path.startsWith(prefix) || path === root) continue;
    foreign.add(path);
    for (const parent of listParentsWithin(path, prefix)) holders.add(parent);
  }
  return {
    isManagedElsewhere(path) {
      if (foreign.size === 0) return false;
      if (foreign.has(path)) return true;
      for (const parent of listParentsWithin(path, prefix)) if (foreign.has(parent)) return true;
      return false;
    },
    containsManaged: (path) => holders.has(path),
  };
}

/** The directories between a path and the directory that `prefix` names, the nearest first. */
export function* listParentsWithin(path: string, prefix: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end >= prefix.length; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end);
  }
}
