import { managedFile, type NativeType, nativeType, Reference, title } from '../../catalog/index.js';
import { matching } from '../../catalog/values/index.js';
import type { GlanceFile } from '../../data/options/read-sections.js';
import { provide } from '../../engine/provider.js';
import { readConfig, resolveServiceAccess } from './config-file.js';
import { type ConfigProviderOptions, createConfigProvider } from './config-provider.js';
import { findUnlistedSettings } from './installed-sample.js';
import { lintOptions } from './lint-options.js';
import { osloDialect } from './oslo-dialect.js';
import {
  listSettings,
  normalizeSetting,
  settingAttributes,
  splitSettingName,
  validateSetting,
} from './setting.js';

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
  ...settingAttributes,
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
  const required = [new Reference('anchor', anchor), ...packages.map((one) => new Reference('package', one))];
  const type = nativeType(name, attributes, {
    doc: `A setting of ${path}. Comments, order and layout of the file stay as they are.`,
    normalize: normalizeSetting,
    validate: (wanted) => validateSetting(wanted.name, splitSettingName, wanted),
    ...(list === undefined ? {} : { lint: (resources, catalog) => lintOptions(list, resources, catalog) }),
    secrets: ({ secret }) => (secret ? ['value'] : []),
    autorequire: () => required,
    paths: () => managedFile(path),
  });
  provide(type, {
    ...createConfigProvider<ConfigAttributes>({
      locate: (subject) => {
        const { section, setting } = splitSettingName(subject.name);
        return { path, section, setting, dialect: osloDialect, separator: subject.wanted.key_val_separator };
      },
      newFileAccess: (session) => resolveServiceAccess(session, group),
      ...(list === undefined ? {} : { inspect: warnOfUnlistedSettings(path) }),
    }),
    list: async ({ host }) => listSettings((await readConfig(host, path))?.text ?? ''),
  });
  return type;
}

/** Warns of settings that the sample of the installed package does not list. */
function warnOfUnlistedSettings(
  path: string,
): NonNullable<ConfigProviderOptions<ConfigAttributes>['inspect']> {
  return (session, documents, subjects) => {
    const written = subjects.filter(
      ({ wanted }) => wanted.ensure === 'present' && wanted.value !== undefined,
    );
    const settings = written.map(({ reference, name }) => ({ reference, ...splitSettingName(name) }));
    for (const { subject, hint } of findUnlistedSettings(documents(osloDialect), settings)) {
      const { reference, section, setting } = subject;
      session.warn(reference, `the sample in ${path} lists no option '${setting}' in [${section}]`, hint);
    }
  };
}
