import {
  type AttributeTable,
  boolean,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
  type WantedOf,
} from '../../catalog/index.js';
import type { State } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import { ConfigDocument } from './config-document.js';
import { hasSameValues } from './has-same-values.js';
import { osloSyntax } from './oslo-syntax.js';
import { findNameProblem, settingValues } from './setting-value.js';

/** The value that means: leave this to the service. */
const SERVICE_DEFAULT = '<SERVICE DEFAULT>';

/** The value that means: keep whatever is in the file. */
const IMMUTABLE = '<_IMMUTABLE_>';

/** What can be said of a setting, beside its title. */
export const settingAttributes = {
  ensure: property(
    oneOf('present', 'absent'),
    'Whether the setting is in the file. Present where a value is given.',
  ),
  value: property(
    orSecret(settingValues),
    'Its value; of several, each gets a line of its own. Their order does not matter.',
    {
      insync: (is, should) => hasSameValues((is as readonly string[] | undefined) ?? [], should),
    },
  ),
  secret: parameter(boolean, 'Whether the value must not be shown. Values that are secrets never are.', {
    default: false,
  }),
  ensure_absent_val: parameter(settingValues, 'The value that means the same as ensure: absent.', {
    default: [SERVICE_DEFAULT],
  }),
  key_val_separator: parameter(
    string,
    "What stands between name and value of a line that is added. Left out: what the file's other settings have, else '='.",
  ),
} as const satisfies AttributeTable;

/** A setting by its two names. */
export interface SettingName {
  readonly section: string;
  readonly setting: string;
}

/** Reads `section/setting`. */
export function splitSettingName(name: string): SettingName {
  const slash = name.indexOf('/');
  return { section: name.slice(0, slash), setting: name.slice(slash + 1) };
}

/** All settings of a file, by the titles that they have; what no title can name is left out. */
export function listSettings(text: string): ReadonlyMap<string, State> {
  const found = new Map<string, State>();
  const document = new ConfigDocument(text);
  for (const { name, settings } of document.sections.values()) {
    if (name === '' || name.includes('/')) continue;
    for (const [setting, lines] of settings) {
      found.set(`${name}/${setting}`, {
        ensure: 'present',
        value: lines.map((line) => document.valueAt(line)),
      });
    }
  }
  return found;
}

/** A setting as it is wanted. */
type WantedSetting = WantedOf<typeof settingAttributes>;

/**
 * The markers are resolved here, so that the catalog still shows them as they were written. A resource with
 * neither a value nor an ensure manages nothing, and neither does one whose value is to be kept.
 */
export function normalizeSetting<W extends WantedSetting>(wanted: W): W {
  const value = reveal(wanted.value);
  if (wanted.ensure === 'absent') return { ...wanted, value: undefined };
  if (value === undefined || value.length === 0) return { ...wanted, value: undefined };
  if (hasSameValues(value, wanted.ensure_absent_val))
    return { ...wanted, ensure: 'absent', value: undefined };
  if (hasSameValues(value, [IMMUTABLE])) return { ...wanted, ensure: undefined, value: undefined };
  return { ...wanted, ensure: 'present' };
}

/** What is wrong with a setting. Without a name there is nothing to say: one of the wrong form was refused already. */
export function* validateSetting(
  name: string | undefined,
  split: (name: string) => SettingName,
  wanted: WantedSetting,
): Iterable<string> {
  const { ensure_absent_val, key_val_separator } = wanted;
  const value = reveal(wanted.value) ?? [];
  if (name === undefined) return;
  const { section, setting } = split(name);
  for (const complaint of [
    findNameProblem('section', section, osloSyntax.separators),
    findNameProblem('setting', setting, osloSyntax.separators),
  ]) {
    if (complaint !== undefined) yield complaint;
  }
  if (value.length > 1 && ensure_absent_val.length === 1 && value.includes(ensure_absent_val[0] as string)) {
    yield `'${ensure_absent_val[0]}' cannot be one value among others`;
  }
  if (key_val_separator !== undefined && !osloSyntax.separators.includes(key_val_separator.trim())) {
    yield `key_val_separator must be '=' or ':', with spaces or without, not '${key_val_separator}'`;
  }
}
