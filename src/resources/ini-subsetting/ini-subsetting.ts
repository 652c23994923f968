import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeWords } from './change.js';
import { validate } from './checks.js';
import { readWords } from './read.js';

/**
 * One word in the value of a setting of any INI file.
 * @example
 * new IniSubsetting(site, 'api_v3/admin_token_auth', {
 *   ensure: 'absent',
 *   path: '/etc/keystone/keystone-paste.ini',
 *   section: 'pipeline:api_v3',
 *   setting: 'pipeline',
 *   subsetting: 'admin_token_auth',
 * });
 */
export class IniSubsetting extends nativeType('ini_subsetting', attributes, {
  doc: "One word of the value of a setting of any INI file; the value's other words stay as they are.",
  normalize: (desired) => (desired.ensure === 'absent' ? { ...desired, value: undefined } : desired),
  identity: ({ path, section, setting, subsetting }) => `${subsetting} in [${section}] ${setting} of ${path}`,
  validate,
  secrets: ({ show_diff }) => (show_diff === true ? [] : ['value']),
  paths: ({ path }) => (path === undefined ? [] : managedFile(path)),
}) {}

provide(IniSubsetting, {
  read: readWords,
  changeAll: changeWords,
  batchBy: ({ desired }) => desired.path,
  edits: ({ desired }) => [desired.path],
});
