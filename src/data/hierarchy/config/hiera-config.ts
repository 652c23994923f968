import { dirname } from 'node:path';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../../../errors/glance-apply-error.js';
import { didYouMean } from '../../../errors/nearest.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { DataDocument } from '../reading/document.js';
import { kindOf } from '../values.js';

/** How a level's files are named. */
export type Locations =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'globs'; readonly globs: readonly string[] }
  | { readonly kind: 'mapped'; readonly variable: string; readonly name: string; readonly template: string };

/** A level of a hierarchy as written in hiera.yaml, before interpolation. */
export interface LevelConfig {
  readonly name: string;
  readonly location: SourceLocation;
  readonly backend: Backend;
  readonly datadir: string;
  readonly locations: Locations;
  readonly options: ReadonlyMap<string, unknown>;
}

/** The format of a level's files; `eyaml` is YAML with values that hiera-eyaml encrypted. */
export type Backend = 'yaml' | 'json' | 'eyaml';

/** The content of a hiera.yaml. */
export interface HieraConfig {
  /** Its path; undefined for the default hierarchy of a folder without one. */
  readonly file: string | undefined;
  /** The folder that relative paths start from. */
  readonly root: string;
  readonly hierarchy: readonly LevelConfig[];
  /** Levels that are searched if no other contains a key; only modules have them. */
  readonly defaultHierarchy: readonly LevelConfig[];
}

const backends: Readonly<Record<string, Backend>> = {
  'data_hash yaml_data': 'yaml',
  'data_hash json_data': 'json',
  'lookup_key eyaml_lookup_key': 'eyaml',
};
const functionKeys = ['data_hash', 'lookup_key', 'data_dig', 'hiera3_backend'];
const locationKeys = ['path', 'paths', 'glob', 'globs', 'mapped_paths', 'uri', 'uris'];
const topKeys = ['version', 'defaults', 'hierarchy', 'default_hierarchy', 'plan_hierarchy'];

/**
 * Parses a hiera.yaml.
 * @throws {GlanceApplyError} with every problem in it.
 */
export function readHieraConfig(document: DataDocument, file: string, isModule: boolean): HieraConfig {
  return new ConfigReader(document, file).read(isModule);
}

class ConfigReader {
  readonly #problems: ReturnType<typeof problem>[] = [];

  constructor(
    private readonly document: DataDocument,
    private readonly file: string,
  ) {}

  read(isModule: boolean): HieraConfig {
    const { root, locations } = this.document;
    const version = root.get('version') ?? 3;
    if (Number(version) !== 5) {
      raise(
        'hiera.version',
        `this hiera.yaml has version ${String(version)}, and only version 5 is supported`,
        {
          location: locations.get('version') ?? { file: this.file, line: 1 },
          hint: 'convert it to version 5, with a name and a path for each level',
        },
      );
    }
    for (const [key] of root)
      if (!topKeys.includes(key))
        this.#addProblem(`unknown key '${key}'`, locations.get(key), didYouMean(key, topKeys));
    const defaults = this.#hash(root.get('defaults'), 'defaults', locations.get('defaults'));
    this.#refuseUnknownKeys(
      defaults,
      [...functionKeys, 'datadir', 'options'],
      'defaults',
      locations.get('defaults'),
    );
    if (root.has('default_hierarchy') && !isModule) {
      this.#addProblem(
        'default_hierarchy is only allowed in the hiera.yaml of a module',
        locations.get('default_hierarchy'),
      );
    }
    const hasDefaults = root.get('defaults') !== undefined && root.get('defaults') !== null;
    const defaultKeys = hasDefaults ? defaults : new Map<string, unknown>([['data_hash', 'yaml_data']]);
    const common = [
      new Map<string, unknown>([
        ['name', 'Common'],
        ['path', 'common.yaml'],
      ]),
    ];
    const config: HieraConfig = {
      file: this.file,
      root: dirname(this.file),
      hierarchy: this.#levels(root.get('hierarchy') ?? common, 'hierarchy', defaultKeys),
      defaultHierarchy: this.#levels(root.get('default_hierarchy') ?? [], 'default_hierarchy', defaultKeys),
    };
    if (this.#problems.length > 0) throw new GlanceApplyError(this.#problems);
    return config;
  }

  #levels(value: unknown, key: string, defaults: ReadonlyMap<string, unknown>): LevelConfig[] {
    const location = this.document.locations.get(key) ?? { file: this.file, line: 1 };
    if (!Array.isArray(value)) {
      this.#addProblem(`${key} must be a list of levels, not ${kindOf(value)}`, location);
      return [];
    }
    const names = new Set<string>();
    return value.flatMap((one) => {
      const level = this.#hash(one, `a level of the ${key}`, location);
      const levelLocation = this.document.hashes.get(one as object) ?? location;
      const read = this.#level(level, defaults, levelLocation);
      if (read === undefined) return [];
      if (names.has(read.name)) this.#addProblem(`two levels have the name '${read.name}'`, levelLocation);
      names.add(read.name);
      return [read];
    });
  }

  #level(
    level: ReadonlyMap<string, unknown>,
    defaults: ReadonlyMap<string, unknown>,
    location: SourceLocation,
  ): LevelConfig | undefined {
    const before = this.#problems.length;
    const name = level.get('name');
    if (typeof name !== 'string' || name === '') this.#addProblem('a level needs a name', location);
    this.#refuseUnknownKeys(
      level,
      ['name', 'datadir', 'options', ...functionKeys, ...locationKeys],
      'a level',
      location,
    );
    const datadir = level.get('datadir') ?? defaults.get('datadir') ?? 'data';
    if (typeof datadir !== 'string') this.#addProblem('datadir must be a path', location);
    const backend = this.#backend(level, defaults, location);
    const locations = this.#locations(level, location);
    const options = this.#hash(level.get('options') ?? defaults.get('options'), 'options', location);
    if (this.#problems.length > before || backend === undefined || locations === undefined) return undefined;
    return { name: String(name), location, backend, datadir: String(datadir), locations, options };
  }

  #backend(
    level: ReadonlyMap<string, unknown>,
    defaults: ReadonlyMap<string, unknown>,
    location: SourceLocation,
  ): Backend | undefined {
    const own = functionKeys.filter((key) => level.has(key));
    if (own.length > 1) this.#addProblem(`a level must not have both ${own.join(' and ')}`, location);
    const source = own.length > 0 ? level : defaults;
    const kind = functionKeys.find((key) => source.has(key));
    const named = kind === undefined ? undefined : `${kind} ${String(source.get(kind))}`;
    const backend = named !== undefined && Object.hasOwn(backends, named) ? backends[named] : undefined;
    if (backend === undefined) {
      const what = named === undefined ? 'this level has no backend' : `unknown backend '${named}'`;
      this.#addProblem(what, location, `supported backends are ${Object.keys(backends).join(', ')}`);
    }
    return backend;
  }

  #locations(level: ReadonlyMap<string, unknown>, location: SourceLocation): Locations | undefined {
    const [key, another] = locationKeys.filter((one) => level.has(one));
    if (key === undefined || another !== undefined || key.startsWith('uri')) {
      const what =
        key === undefined
          ? 'a level needs a path, paths, glob, globs or mapped_paths'
          : another === undefined
            ? 'levels are read from files, not from a uri'
            : `a level must not have both ${key} and ${another}`;
      this.#addProblem(what, location);
      return undefined;
    }
    const value = level.get(key);
    const plural = key.endsWith('s');
    const list = plural ? value : [value];
    if (
      !Array.isArray(list) ||
      list.length === 0 ||
      list.some((one) => typeof one !== 'string' || one === '')
    ) {
      this.#addProblem(`${key} must be ${plural ? 'a list of strings' : 'a string'}`, location);
      return undefined;
    }
    if (key !== 'mapped_paths')
      return key.startsWith('glob') ? { kind: 'globs', globs: list } : { kind: 'paths', paths: list };
    const [variable, name, template] = list;
    if (variable !== undefined && name !== undefined && template !== undefined && list.length === 3)
      return { kind: 'mapped', variable, name, template };
    this.#addProblem(
      'mapped_paths must be a variable, a name for each of its values, and a path that contains that name',
      location,
    );
    return undefined;
  }

  #hash(value: unknown, what: string, location: SourceLocation | undefined): ReadonlyMap<string, unknown> {
    if (value instanceof Map) return value;
    if (value !== undefined && value !== null)
      this.#addProblem(`${what} must be a hash, not ${kindOf(value)}`, location);
    return new Map();
  }

  #refuseUnknownKeys(
    hash: ReadonlyMap<string, unknown>,
    keys: readonly string[],
    what: string,
    location: SourceLocation | undefined,
  ): void {
    for (const key of hash.keys())
      if (!keys.includes(key))
        this.#addProblem(`${what} has an unknown key '${key}'`, location, didYouMean(key, keys));
  }

  #addProblem(message: string, location: SourceLocation | undefined, hint?: string): void {
    this.#problems.push(
      problem('hiera.form', `hiera.yaml: ${message}`, {
        location: location ?? { file: this.file, line: 1 },
        hint,
      }),
    );
  }
}
