import type { Provider } from '../../../engine/provider.js';
import { type attributes, isToBeRemoved, toBatchKey } from '../attributes.js';
import { reinstall } from './apt-transaction.js';
import { changePackages } from './change.js';
import { listPackages, readPackages } from './read.js';

/** Packages of Debian and its derivatives, managed with apt and dpkg. */
export const aptProvider: Provider<typeof attributes> = {
  read: readPackages,
  changeAll: changePackages,
  refresh: reinstall,
  refreshes: ({ desired }) => desired.reinstall_on_refresh && !isToBeRemoved(desired),
  supersedesRefresh: (diff) => diff.has('ensure'),
  list: listPackages,

  batchBy: toBatchKey,
  concurrency: 1,
  locks: () => ['packages'],
  waitsForAll: true,
  disturbs: () => true,
};
