/** Options for a path that is already resolved: a link that has appeared on it since is refused. */
export const RESOLVED_PATH = { links: 'none' } as const;
