import type { Provider } from '../../../engine/provider.js';
import type { attributes } from '../attributes.js';
import { providerDefaults } from '../provider-defaults.js';
import { changeService, refreshService } from './change.js';
import { readServices } from './read.js';

/** Services that init scripts start, on hosts and in containers without systemd. */
export const initProvider: Provider<typeof attributes> = {
  ...providerDefaults,
  read: readServices,
  change: changeService,
  refresh: refreshService,
};
