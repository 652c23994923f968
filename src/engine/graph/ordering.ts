export const orderings = ['manifest', 'relations', 'sequential'] as const;

/**
 * How much the order of declarations counts in the absence of relations:
 * - `manifest`: commands, packages and services keep their order among the resources of the same body;
 * - `relations`: it does not count;
 * - `sequential`: every resource waits for the one before it, as in Puppet.
 */
export type Ordering = (typeof orderings)[number];
