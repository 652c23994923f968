import {
  type AttributeTable,
  boolean,
  type DesiredOf,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
} from '../../catalog/index.js';
import type { State } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import { ConfigDocument } from './config-document.js';
import { hasSameValues } from './has-same-values.js';
import { osloSyntax } from './oslo-syntax.js';
import { findNameProblem, settingValues } from './setting-value.js';

/** The value for the default of the service. */
const SERVICE_DEFAULT = '<SERVICE DEFAULT>';

/** The value for what is in the file. */
const IMMUTABLE = '<_IMMUTABLE_>';

/** The attributes of a setting beside its title. */
export const settingAttributes = {
  ensure: property(
    oneOf('present', 'absent'),
    'Whether the setting is in the file. @default present if there is a value',
  ),
  value: property(
    orSecret(settingValues),
    'The value, or a list of values, which are written one per line. Their order does not matter.',
    {
      insync: (is, should) => hasSameValues((is as readonly string[] | undefined) ?? [], should),
    },
  ),
  secret: parameter(
    boolean,
    'Whether the value is secret and must not be displayed. Values of type Secret are never displayed.',
    {
      default: false,
    },
  ),
  ensure_absent_val: parameter(settingValues, 'The value that is equivalent to ensure: absent.', {
    default: [SERVICE_DEFAULT],
  }),
  key_val_separator: parameter(
    string,
    "The separator of name and value on a new line. @default that of the file's other settings, else '='",
  ),
} as const satisfies AttributeTable;

/** The section and the name of a setting. */
export interface SettingName {
  readonly section: string;
  readonly setting: string;
}

/** Splits `section/setting`. */
export function splitSettingName(name: string): SettingName {
  const slash = name.indexOf('/');
  return { section: name.slice(0, slash), setting: name.slice(slash + 1) };
}

/** Lists the settings of a file by title; those that no title can identify are omitted. */
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

/** The desired state of a setting. */
type DesiredSetting = DesiredOf<typeof settingAttributes>;

/**
 * Resolves special values here, so that the catalog still contains them. A resource with neither a value nor `ensure`
 * manages nothing, and neither does one whose value stays as it is.
 */
export function normalizeSetting<W extends DesiredSetting>(desired: W): W {
  const value = reveal(desired.value);
  if (desired.ensure === 'absent') return { ...desired, value: undefined };
  if (value === undefined || value.length === 0) return { ...desired, value: undefined };
  if (hasSameValues(value, desired.ensure_absent_val))
    return { ...desired, ensure: 'absent', value: undefined };
  if (hasSameValues(value, [IMMUTABLE])) return { ...desired, ensure: undefined, value: undefined };
  return { ...desired, ensure: 'present' };
}

/** Validates a setting. Without a name it has been refused already. */
export function* validateSetting(
  name: string | undefined,
  split: (name: string) => SettingName,
  desired: DesiredSetting,
): Iterable<string> {
  const { ensure_absent_val, key_val_separator } = desired;
  const value = reveal(desired.value) ?? [];
  if (name === undefined) return;
  const { section, setting } = split(name);
  for (const message of [
    findNameProblem('section', section, osloSyntax.separators),
    findNameProblem('setting', setting, osloSyntax.separators),
  ]) {
    if (message !== undefined) yield message;
  }
  const [absent, ...others] = ensure_absent_val;
  if (value.length > 1 && others.length === 0 && absent !== undefined && value.includes(absent)) {
    yield `'${absent}' cannot be one of several values`;
  }
  if (key_val_separator !== undefined && !osloSyntax.separators.includes(key_val_separator.trim())) {
    yield `key_val_separator must be '=' or ':', with spaces or without, not '${key_val_separator}'`;
  }
}
