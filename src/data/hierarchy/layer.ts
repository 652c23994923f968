import type { HieraConfig, LevelConfig } from './config/hiera-config.js';
import { type Location, type ResolvedLevel, resolveLevel } from './config/resolve-level.js';
import type { DataDocument } from './reading/document.js';
import { readDataFile } from './reading/read-data-file.js';
import type { Scope } from './scope.js';

/** A file of a level with its content. */
export interface DataFile extends Location {
  /** Undefined if the file does not exist. */
  readonly document: DataDocument | undefined;
}

/** A level with its files. */
export interface Level extends Pick<ResolvedLevel, 'pkcs7'> {
  readonly name: string;
  readonly files: readonly DataFile[];
}

/** The data of one hiera.yaml for one node. */
export interface Layer {
  /** `global`, `environment`, or a module's name. */
  readonly name: string;
  /** The only module whose keys it may contain. */
  readonly module: string | undefined;
  readonly config: HieraConfig;
  readonly levels: readonly Level[];
  readonly defaultLevels: readonly Level[];
}

/** Returns all files of a layer, in order. */
export function listFiles({ levels, defaultLevels }: Layer): DataFile[] {
  return [...levels, ...defaultLevels].flatMap(({ files }) => files);
}

/** Reads each file once per run. */
export class FileReader {
  readonly #read = new Map<string, Promise<DataDocument | undefined>>();

  read(path: string, form: 'yaml' | 'json' = 'yaml'): Promise<DataDocument | undefined> {
    let document = this.#read.get(path);
    if (document === undefined) {
      document = readDataFile(path, form);
      this.#read.set(path, document);
    }
    return document;
  }
}

/** Reads the files that a configuration names for a node. */
export async function readLayer(
  { name, module, config }: Pick<Layer, 'name' | 'module' | 'config'>,
  scope: Scope,
  reader: FileReader,
): Promise<Layer> {
  const levels = (configs: readonly LevelConfig[]) =>
    Promise.all(configs.map((level) => readLevel(resolveLevel(level, config.root, scope), reader)));
  return {
    name,
    module,
    config,
    levels: await levels(config.hierarchy),
    defaultLevels: await levels(config.defaultHierarchy),
  };
}

async function readLevel({ config, locations, pkcs7 }: ResolvedLevel, reader: FileReader): Promise<Level> {
  const form = config.backend === 'json' ? 'json' : 'yaml';
  const files = await Promise.all(
    locations.map(async (location) => ({ ...location, document: await reader.read(location.path, form) })),
  );
  return { name: config.name, files, pkcs7 };
}
