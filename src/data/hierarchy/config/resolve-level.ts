import { isAbsolute, join, relative, resolve } from 'node:path';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { missing } from '../dig.js';
import { interpolate } from '../interpolate.js';
import type { Scope } from '../scope.js';
import type { Pkcs7Key } from '../secrets/keyring.js';
import { toText } from '../values.js';
import { globFiles } from './glob-files.js';
import type { LevelConfig } from './hiera-config.js';

/** A file that a level names for this node; it does not have to exist. */
export interface Location {
  /** As written in hiera.yaml. */
  readonly declared: string;
  readonly path: string;
}

/** A level of a hierarchy, for one node. */
export interface ResolvedLevel {
  readonly config: LevelConfig;
  readonly locations: readonly Location[];
  readonly pkcs7: Pkcs7Key;
}

/**
 * Interpolates a node's variables in a level.
 * @throws {GlanceApplyError} if a path leads out of its data folder.
 */
export function resolveLevel(config: LevelConfig, root: string, scope: Scope): ResolvedLevel {
  const interpolateText = (template: string, within = scope) =>
    toText(interpolateVariables(template, within));
  const folder = resolve(root, interpolateText(config.datadir));
  const locate = (declared: string, path: string): Location => {
    const absolute = join(folder, path);
    const inside = relative(folder, absolute);
    if (inside === '..' || inside.startsWith('../') || isAbsolute(inside))
      throw outsideError(config, path, folder);
    return { declared, path: absolute };
  };
  const { locations } = config;
  return {
    config,
    pkcs7: pkcs7Key(config, root, scope),
    locations:
      locations.kind === 'paths'
        ? locations.paths.map((declared) => locate(declared, interpolateText(declared)))
        : locations.kind === 'globs'
          ? locations.globs.flatMap((declared) => {
              const pattern = interpolateText(declared);
              if (pattern.split('/').includes('..')) throw outsideError(config, pattern, folder);
              return globFiles(folder, pattern).map((path) => ({ declared, path }));
            })
          : mappedValues(scope, locations.variable).map((value) =>
              locate(
                locations.template,
                interpolateText(locations.template, scope.with(locations.name, value)),
              ),
            ),
  };
}

/** Paths may only contain variables: a lookup would need the hierarchy that the paths define. */
function interpolateVariables(template: unknown, scope: Scope): unknown {
  return interpolate(template, { scope, functions: undefined, guard: (_name, work) => work() });
}

function mappedValues(scope: Scope, variable: string): readonly unknown[] {
  const value = scope.get(variable);
  if (value === missing || value === null || value === '') return [];
  if (Array.isArray(value)) return value;
  return typeof value === 'object' ? Object.entries(value) : [value];
}

function pkcs7Key({ options }: LevelConfig, root: string, scope: Scope): Pkcs7Key {
  const option = (name: string) => {
    const value = options.get(name);
    return value === undefined ? undefined : toText(interpolateVariables(value, scope));
  };
  // The default of hiera-eyaml.
  const file = option('pkcs7_private_key') ?? './keys/private_key.pkcs7.pem';
  return { file: resolve(root, file), variable: option('pkcs7_private_key_env_var') };
}

function outsideError(config: LevelConfig, path: string, folder: string): GlanceApplyError {
  return new GlanceApplyError(
    problem('data.outside', `the level '${config.name}' leads out of its data folder: ${path}`, {
      location: config.location,
      hint: `its files are below ${folder}; set datadir for files elsewhere`,
    }),
  );
}
