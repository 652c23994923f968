/** What of a directory belongs to other file resources of the catalog. */
export interface Territory {
  /** The path is another resource's, or below one that is. */
  isForeign(path: string): boolean;
  /** Something below the path is another resource's, so that it may not be removed. */
  holdsForeign(path: string): boolean;
}

/** Finds what in `root` other resources manage, of the paths of all of them. */
export function territoryOf(root: string, managed: ReadonlySet<string>): Territory {
  const prefix = root === '/' ? '/' : `${root}/`;
  const foreign = new Set<string>();
  const holders = new Set<string>();
  for (const path of managed) {
    if (!path.startsWith(prefix) || path === root) continue;
    foreign.add(path);
    for (const parent of parentsWithin(path, prefix)) holders.add(parent);
  }
  return {
    isForeign(path) {
      if (foreign.size === 0) return false;
      if (foreign.has(path)) return true;
      for (const parent of parentsWithin(path, prefix)) if (foreign.has(parent)) return true;
      return false;
    },
    holdsForeign: (path) => holders.has(path),
  };
}

/** The directories between a path and the directory that `prefix` names, the nearest first. */
export function* parentsWithin(path: string, prefix: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end >= prefix.length; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end);
  }
}
