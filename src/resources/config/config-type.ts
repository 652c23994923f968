import { managedFile, type NativeType, nativeType, Reference, title } from '../../catalog/index.js';
import { matching } from '../../catalog/values/index.js';
import { provide } from '../../engine/provider.js';
import { readConfig, resolveServiceAccess } from './config-file.js';
import { type ConfigProviderOptions, createConfigProvider } from './config-provider.js';
import { findUnlistedSettings } from './options/installed-sample.js';
import { lintOptions } from './options/lint-options.js';
import type { OptionsSource, ServiceOptions } from './options/service-options.js';
import { osloDialect } from './oslo-dialect.js';
import {
  listSettings,
  normalizeSetting,
  settingAttributes,
  splitSettingName,
  validateSetting,
} from './setting.js';

/** Properties of a configuration type beside its name and its file. */
export interface ConfigTypeOptions {
  /** The service's group, which can read the file if it has to be created. */
  readonly group: string;
  /** The anchor after which the service's packages are installed. */
  readonly anchor: string;
  /** The packages that contain the file, by their names on all platforms. */
  readonly packages: readonly string[];
  /** The options that releases of the service read from the file. @default they are not known */
  readonly options?: OptionsSource;
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

const bases = new WeakSet<object>();

/** Returns whether a type is a configuration type. Those are classes that extend what `configType` returns. */
export function isConfigType(type: object): boolean {
  const base: unknown = Object.getPrototypeOf(type);
  return typeof base === 'function' && bases.has(base);
}

/**
 * Returns the native type of a service's configuration file, with its provider.
 * @param name Puppet's name: `glance_api_config`.
 * @param path The file.
 */
export function configType(name: string, path: string, options: ConfigTypeOptions): ConfigType {
  const { group, anchor, packages, options: source } = options;
  const required = [new Reference('anchor', anchor), ...packages.map((one) => new Reference('package', one))];
  const type = nativeType(name, attributes, {
    doc: `A setting of ${path}. Comments, order and layout of the file stay as they are.`,
    normalize: normalizeSetting,
    validate: (desired) => validateSetting(desired.name, splitSettingName, desired),
    ...(source === undefined
      ? {}
      : { lint: (resources, catalog) => lintOptions(source, resources, catalog) }),
    secrets: ({ secret }) => (secret ? ['value'] : []),
    autorequire: () => required,
    paths: () => managedFile(path),
  });
  bases.add(type);
  provide(type, {
    ...createConfigProvider<ConfigAttributes>({
      locate: (subject) => {
        const { section, setting } = splitSettingName(subject.name);
        return { path, section, setting, dialect: osloDialect, separator: subject.desired.key_val_separator };
      },
      newFileAccess: (session) => resolveServiceAccess(session, group),
      ...(source === undefined ? {} : { inspect: warnOfUnlistedSettings(path, source.service) }),
    }),
    list: async ({ host }) => listSettings((await readConfig(host, path))?.text ?? ''),
  });
  return type;
}

/** Warns about settings that the sample of the installed package does not list. */
function warnOfUnlistedSettings(
  path: string,
  service: ServiceOptions,
): NonNullable<ConfigProviderOptions<ConfigAttributes>['inspect']> {
  return (session, file, subjects) => {
    const declared = subjects.filter(
      ({ desired }) => desired.ensure === 'present' && desired.value !== undefined,
    );
    const settings = declared.map(({ reference, name }) => ({ reference, ...splitSettingName(name) }));
    for (const { subject, hint } of findUnlistedSettings(service, file(osloDialect), settings)) {
      const { reference, section, setting } = subject;
      session.warn(
        reference,
        `the sample in ${path} does not list the option '${setting}' in [${section}]`,
        hint,
      );
    }
  };
}
