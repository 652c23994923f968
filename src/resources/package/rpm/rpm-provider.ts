import type { Provider } from '../../../engine/provider.js';
import { type attributes, isToBeRemoved, toBatchKey } from '../attributes.js';
import { changePackages } from './change.js';
import { Dnf, type DnfProgram } from './dnf.js';
import { listPackages, readPackages } from './read.js';

/** Creates the provider of Enterprise Linux and its derivatives, which change rpm's database with dnf or yum. */
export function createRpmProvider(program: DnfProgram): Provider<typeof attributes> {
  return {
    read: (session, subjects) => readPackages(program, session, subjects),
    changeAll: (session, changes) => changePackages(program, session, changes),
    refresh: (session, subject) => new Dnf(program, session).reinstall(subject),
    refreshes: ({ desired }) => desired.reinstall_on_refresh && !isToBeRemoved(desired),
    supersedesRefresh: (diff) => diff.has('ensure'),
    list: (session) => listPackages(program, session),

    batchBy: toBatchKey,
    concurrency: 1,
    locks: () => ['packages'],
    waitsForAll: true,
    disturbs: () => true,
  };
}
