/** How to reach a path that was found without links: none may have come into it since. */
export const RESOLVED_PATH = { links: 'none' } as const;
