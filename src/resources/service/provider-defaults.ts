import type { Diff, Provider } from '../../engine/provider.js';
import type { attributes } from './attributes.js';

/** The members that all providers of services share. */
export const providerDefaults = {
  // A service that does not run has nothing to reload: it will start with the current files.
  refreshes: ({ desired }, is) => desired.ensure !== 'stopped' && is.ensure === 'running',
  supersedesRefresh: (diff) =>
    diff.differences.some(({ property, should }) => property === 'ensure' && should === 'running'),
  // A refresh restarts the service, which can change the observed state of other resources as a start does.
  disturbs: (_subject, diff: Diff | undefined) => diff === undefined || diff.has('ensure'),
  blank: () => ({ ensure: 'stopped', enable: false }),
} satisfies Partial<Provider<typeof attributes>>;
