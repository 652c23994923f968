import type { WantedOf } from '../../catalog/index.js';
import {
  boolean,
  type NativeType,
  nativeType,
  oneOf,
  parameter,
  property,
  Reference,
  string,
  title,
} from '../../catalog/index.js';
import { matching } from '../../catalog/values/index.js';
import type { GlanceFile } from '../../data/options/read-sections.js';
import { provide, type State } from '../../engine/provider.js';
import { accessOfService, readConfig } from './config-file.js';
import { type ConfigProviderOptions, configProvider } from './config-provider.js';
import { type Dialect, osloDialect } from './dialect.js';
import { ConfigDocument } from './document.js';
import { strangersTo } from './installed-sample.js';
import { examineOptions } from './known-options.js';
import { sameValues } from './same-values.js';
import { nameComplaint, settingValues, valueComplaint } from './setting-value.js';

/** The value that means: leave this to the service. */
const SERVICE_DEFAULT = '<SERVICE DEFAULT>';

/** The value that means: keep whatever is in the file. */
const IMMUTABLE = '<_IMMUTABLE_>';

/** What a configuration type has to say beside its name and its file. */
export interface ConfigTypeOptions {
  /** The service's group, which may read the file where it has to be made. */
  readonly group: string;
  /** The anchor at which the service's packages are there. */
  readonly anchor: string;
  /** Packages that bring the file, by the names that they have on several systems. */
  readonly packages: readonly string[];
  /** The file's name in the lists of options that releases of the service have. @default its options are not known */
  readonly options?: GlanceFile;
}

const attributes = {
  name: title<`${string}/${string}`>(
    "The section and the setting: 'DEFAULT/debug'. All behind the first slash is the setting's name.",
    matching(/^[^/]+\/[\s\S]+$/, "of the form 'section/setting'"),
  ),
  ensure: property(
    oneOf('present', 'absent'),
    'Whether the setting is in the file. Present where a value is given.',
  ),
  value: property(
    settingValues,
    'Its value; of several, each gets a line of its own. Their order does not matter.',
    {
      insync: (is, should) => sameValues((is as readonly string[] | undefined) ?? [], should),
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
} as const;

type ConfigAttributes = typeof attributes;

/** A native type for the settings of one file. */
export type ConfigType = NativeType<ConfigAttributes>;

/**
 * Makes the native type of a service's configuration file, provider included.
 * @param name As Puppet spells it: `glance_api_config`.
 * @param path The file.
 */
export function configType(name: string, path: string, options: ConfigTypeOptions): ConfigType {
  const { group, anchor, packages, options: list } = options;
  const required = [
    new Reference('anchor', anchor),
    ...packages.map((one) => new Reference('package', one)),
    new Reference('file', path),
  ];
  const type = nativeType(name, attributes, {
    doc: `A setting of ${path}. Comments, order and layout of the file stay as they are.`,
    normalize: settle,
    validate: complaints,
    ...(list === undefined
      ? {}
      : { examine: (resources, catalog) => examineOptions(list, resources, catalog) }),
    secrets: ({ secret }) => (secret ? ['value'] : []),
    autorequire: () => required,
  });
  provide(type, {
    ...configProvider<ConfigAttributes>({
      locate: (subject) => {
        const { section, setting } = splitName(subject.name);
        return { path, section, setting, dialect: osloDialect, separator: subject.wanted.key_val_separator };
      },
      fresh: (session) => accessOfService(session, group),
      ...(list === undefined ? {} : { notice: noticeStrangers(path) }),
    }),
    list: async ({ host }) => settingsOf((await readConfig(host, path))?.text ?? '', osloDialect),
  });
  return type;
}

/** Warns of settings that the sample of the installed package does not list. */
function noticeStrangers(path: string): NonNullable<ConfigProviderOptions<ConfigAttributes>['notice']> {
  return (session, documents, subjects) => {
    const written = subjects.filter(
      ({ wanted }) => wanted.ensure === 'present' && wanted.value !== undefined,
    );
    const settings = written.map(({ reference, name }) => ({ reference, ...splitName(name) }));
    for (const { subject, hint } of strangersTo(documents(osloDialect), settings)) {
      const { reference, section, setting } = subject;
      session.warn(reference, `the sample in ${path} lists no option '${setting}' in [${section}]`, hint);
    }
  };
}

/** All settings of a file, by the titles that they have; what no title can name is left out. */
function settingsOf(text: string, dialect: Dialect): ReadonlyMap<string, State> {
  const found = new Map<string, State>();
  const document = new ConfigDocument(text, dialect);
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

type Wanted = WantedOf<ConfigAttributes>;

/**
 * The markers are resolved here, so that the catalog still shows them as they were written. A resource with
 * neither a value nor an ensure manages nothing, and neither does one whose value is to be kept.
 */
function settle(wanted: Wanted): Wanted {
  const { value } = wanted;
  if (wanted.ensure === 'absent') return { ...wanted, value: undefined };
  if (value === undefined || value.length === 0) return { ...wanted, value: undefined };
  if (sameValues(value, wanted.ensure_absent_val)) return { ...wanted, ensure: 'absent', value: undefined };
  if (sameValues(value, [IMMUTABLE])) return { ...wanted, ensure: undefined, value: undefined };
  return { ...wanted, ensure: 'present' };
}

function* complaints({ name, value = [], ensure_absent_val, key_val_separator }: Wanted): Iterable<string> {
  // A name of the wrong form was refused already.
  if (name === undefined) return;
  const { section, setting } = splitName(name);
  for (const complaint of [
    nameComplaint('section', section, osloDialect.separators),
    nameComplaint('setting', setting, osloDialect.separators),
    ...value.map(valueComplaint),
  ]) {
    if (complaint !== undefined) yield complaint;
  }
  if (value.length > 1 && ensure_absent_val.length === 1 && value.includes(ensure_absent_val[0] as string)) {
    yield `'${ensure_absent_val[0]}' cannot be one value among others`;
  }
  if (key_val_separator !== undefined && !osloDialect.separators.includes(key_val_separator.trim())) {
    yield `key_val_separator must be '=' or ':', with spaces or without, not '${key_val_separator}'`;
  }
}

function splitName(name: string): { readonly section: string; readonly setting: string } {
  const slash = name.indexOf('/');
  return { section: name.slice(0, slash), setting: name.slice(slash + 1) };
}
