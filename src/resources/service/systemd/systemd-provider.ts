import type { Provider } from '../../../engine/provider.js';
import type { attributes } from '../attributes.js';
import { providerDefaults } from '../provider-defaults.js';
import { changeUnits, refreshUnit } from './change.js';
import { endsAsExpected, listServices, readServices } from './read.js';

/** Services that systemd runs: all of them are read with one call, and changed with one call per verb. */
export const systemdProvider: Provider<typeof attributes> = {
  ...providerDefaults,
  read: readServices,
  changeAll: changeUnits,
  refresh: refreshUnit,
  list: listServices,
  drifts: (subject, diff) => !endsAsExpected(subject) || diff.has('enable'),
};
