import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeExec, refreshExec } from './change.js';
import { lintEnvironment, validate } from './checks.js';
import { hasConditions } from './conditions.js';
import { MAX_CONCURRENT_CONDITIONS, readExecs } from './read.js';
import { autorequire, paths } from './relations.js';

/**
 * A command, for what no other type manages.
 * @example
 * new Exec(site, 'create the image store', {
 *   command: ['/usr/bin/rbd', 'pool', 'init', 'images'],
 *   unless: '/usr/bin/rbd ls images',
 *   environment: { CEPH_ARGS: '--id glance' },
 *   timeout: 60,
 * });
 */
export class Exec extends nativeType('exec', attributes, {
  doc:
    'Runs a command in every run, unless creates, onlyif or unless determine that it is not needed, or refreshonly ' +
    'makes it wait for a change. It must be safe to run the command again.',
  several: true,
  effects: 'opaque',
  validate,
  lint: lintEnvironment,
  autorequire,
  paths,
}) {}

provide(Exec, {
  prefetchable: false,
  // Commands mostly use a processor themselves: more of them than processors only slow each other down.
  concurrency: ({ processors }) => Math.max(2, processors?.count ?? MAX_CONCURRENT_CONDITIONS),
  disturbs: () => true,
  // The result of a condition that cannot be evaluated yet is unknown.
  blank: () => undefined,
  // Without conditions it runs, whatever comes before it; with refreshonly it runs only if it is notified.
  undisturbed: ({ desired }) => desired.refreshonly || !hasConditions(desired),
  // A command that has just run does not run again; a refresh command is another one, and does.
  supersedesRefresh: (_diff, { desired }) => desired.refresh === undefined,
  // Changes until then can affect the conditions: only the refresh itself can evaluate them.
  refreshes: ({ desired }) => (hasConditions(desired) ? 'perhaps' : true),
  read: readExecs,
  change: changeExec,
  refresh: refreshExec,
});
