export const orderings = ['manifest', 'relations', 'sequential'] as const;

/**
 * How much the order of declarations counts where no relation says more:
 * - `manifest`: commands, packages and services keep their place among what is declared beside them;
 * - `relations`: not at all;
 * - `sequential`: every resource waits for the one before it, as in Puppet.
 */
export type Ordering = (typeof orderings)[number];
