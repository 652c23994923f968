import type { Diff, Provider } from '../../engine/provider.js';
import type { attributes } from './attributes.js';

/** What all providers of services have in common. */
export const providerDefaults = {
  // What does not run has nothing to reload: it will start with what is there.
  refreshes: ({ wanted }, is) => wanted.ensure !== 'stopped' && is.ensure === 'running',
  supersedesRefresh: (diff) =>
    diff.differences.some(({ property, should }) => property === 'ensure' && should === 'running'),
  // A refresh restarts it, which can change what others see of the host as a start does.
  disturbs: (_subject, diff: Diff | undefined) => diff === undefined || diff.has('ensure'),
  blank: () => ({ ensure: 'stopped', enable: false }),
} satisfies Partial<Provider<typeof attributes>>;
