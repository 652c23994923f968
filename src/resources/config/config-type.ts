import { managedFile, type NativeType, nativeType, Reference, title } from '../../catalog/index.js';
import { matching } from '../../catalog/values/index.js';
import { provide } from '../../engine/provider.js';
import type { GlanceFile } from '../glance/options/glance-options.js';
import { readConfig, resolveServiceAccess } from './config-file.js';
import { type ConfigProviderOptions, createConfigProvider } from './config-provider.js';
import { findUnlistedSettings } from './options/installed-sample.js';
import { lintOptions } from './options/lint-options.js';
import { osloDialect } from './oslo-dialect.js';
import {
  listSettings,
  normalizeSetting,
  settingAttributes,
  splitSettingName,
  validateSetting,
} from './setting.js';

/** The options of a configuration type beside its name and its file. */
export interface ConfigTypeOptions {
  /** The service's group, which may read a new file. */
  readonly group: string;
  /** The anchor after which the service's packages are installed. */
  readonly anchor: string;
  /** The packages that contain the file, by their names on several systems. */
  readonly packages: readonly string[];
  /** The file's name in the lists of options per release. @default its options are not checked */
  readonly options?: GlanceFile;
}

const attributes = {
  name: title<`${string}/${string}`>(
    "The section and the setting: 'DEFAULT/debug'. Everything after the first slash is the setting's name.",
    matching(/^[^/]+\/[\s\S]+$/, "of the form 'section/setting'"),
  ),
  ...settingAttributes,
} as const;

type ConfigAttributes = typeof attributes;

/** A native type for the settings of one file. */
export type ConfigType = NativeType<ConfigAttributes>;

/**
 * Creates the native type of a service's configuration file, including its provider.
 * @param name The name in Puppet: `glance_api_config`.
 * @param path The configuration file.
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

/** Warns about settings that the sample of the installed package does not list. */
function warnOfUnlistedSettings(
  path: string,
): NonNullable<ConfigProviderOptions<ConfigAttributes>['inspect']> {
  return (session, file, subjects) => {
    const declared = subjects.filter(
      ({ wanted }) => wanted.ensure === 'present' && wanted.value !== undefined,
    );
    const settings = declared.map(({ reference, name }) => ({ reference, ...splitSettingName(name) }));
    for (const { subject, hint } of findUnlistedSettings(file(osloDialect), settings)) {
      const { reference, section, setting } = subject;
      session.warn(
        reference,
        `the sample in ${path} does not list the option '${setting}' in [${section}]`,
        hint,
      );
    }
  };
}
