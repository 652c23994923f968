/** How to reach a path that was found without links: none may have come into it since. */
export const NO_LINKS = { links: 'none' } as const;
