import { anything, classType, hashOf, parameter } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import { reveal } from '../../secrets/secret.js';
import { type ConfigType, declareSettings } from '../shared/index.js';
import type { OpenStackService } from './openstack-service.js';

/** A configuration file of a service. */
export interface ConfigFile {
  readonly type: ConfigType;
  /** The name of the file, for its documentation: `glance-api.conf`. */
  readonly file: string;
  readonly since?: Release;
  readonly until?: Release;
  /** Why later releases do not have it. */
  readonly obsolete?: string;
}

/**
 * Returns the class `x::config` of a service: settings that have no parameter in other classes, by file.
 * @param files The files by the names of the parameters: `api_config`.
 */
export function createConfig<const F extends Readonly<Record<string, ConfigFile>>>(
  { name, title, deps }: Pick<OpenStackService, 'name' | 'title' | 'deps'>,
  files: F,
) {
  const createParameter = ({ file, since, until, obsolete }: ConfigFile) =>
    parameter(hashOf(hashOf(anything)), `Settings of ${file}, each as { 'section/option': { value: … } }.`, {
      default: {},
      since,
      until,
      obsolete,
    });
  const table = Object.fromEntries(
    Object.entries(files).map(([key, file]) => [key, createParameter(file)]),
  ) as { readonly [K in keyof F]: ReturnType<typeof createParameter> };
  return class extends classType(`${name}::config`, table, {
    doc: `Any setting of ${title}'s files. A setting that another class declares must not be declared again.`,
  }) {
    override declare(): void {
      this.include(deps);
      const values = this.parameters as Readonly<Record<string, unknown>>;
      for (const [key, { type }] of Object.entries(files))
        declareSettings(this, type, (reveal(values[key]) ?? {}) as Readonly<Record<string, unknown>>);
    }
  };
}
