import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { provider } from './change.js';

/**
 * One word of a setting's value.
 * @example
 * new IniSubsetting(site, 'api_v3/admin_token_auth', {
 *   ensure: 'absent', path: '/etc/keystone/keystone-paste.ini',
 *   section: 'pipeline:api_v3', setting: 'pipeline', subsetting: 'admin_token_auth',
 * })
 */
export class IniSubsetting extends nativeType('ini_subsetting', attributes, {
  doc: "One word of the value of a setting of any INI file; the value's other words stay as they are.",
  normalize: (wanted) => (wanted.ensure === 'absent' ? { ...wanted, value: undefined } : wanted),
  identity: ({ path, section, setting, subsetting }) => `${subsetting} in [${section}] ${setting} of ${path}`,
  *validate({ insert_type, insert_value, use_exact_match, value }) {
    if (['before', 'after', 'index'].includes(insert_type) && insert_value === undefined)
      yield `insert_type '${insert_type}' needs an insert_value`;
    if (insert_type === 'index' && typeof insert_value === 'string' && !/^\d+$/.test(insert_value))
      yield "insert_value must be a number where insert_type is 'index'";
    if (use_exact_match && value !== undefined) yield 'a word that is matched exactly can have no value';
  },
  secrets: ({ show_diff }) => (show_diff === true ? [] : ['value']),
  paths: ({ path }) => (path === undefined ? [] : managedFile(path)),
}) {}

provide(IniSubsetting, provider);
