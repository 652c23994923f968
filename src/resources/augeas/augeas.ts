import { posix } from 'node:path';
import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { attributes } from './attributes.js';
import { changeAugeas } from './change.js';
import { lintSurplusWords, validate } from './checks.js';
import { readAugeas } from './read.js';
import { paths } from './relations.js';

/**
 * A change of a configuration file by commands of Augeas.
 * @example
 * new Augeas(site, 'no root login', {
 *   incl: '/etc/ssh/sshd_config',
 *   lens: 'Sshd.lns',
 *   changes: 'set PermitRootLogin no',
 * });
 */
export class Augeas extends nativeType('augeas', attributes, {
  doc:
    'A change of a configuration file by commands of Augeas, which augtool of the package augeas-tools runs. ' +
    'The host must have the lens of the file.',
  validate,
  lint: lintSurplusWords,
  autorequire: () => listPackagesOfTool('augtool'),
  paths,
}) {}

provide(Augeas, {
  // The result of a condition that cannot be evaluated yet is unknown.
  blank: () => undefined,
  edits: ({ desired: { incl, root } }) => (incl === undefined ? [] : [posix.join(root, incl)]),
  read: readAugeas,
  change: changeAugeas,
});
