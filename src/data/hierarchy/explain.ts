import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { missing } from './dig.js';
import type { Hierarchy } from './hierarchy.js';
import type { Level } from './layer.js';
import { moduleOf, parseKey } from './lookup-key.js';
import type { Found } from './lookup-result.js';
import type { Merge, MergeOptions } from './merging/merge-options.js';

/** The value of a key in one file, and whether the lookup used it. */
export interface FileExplanation {
  readonly path: string;
  /** As written in hiera.yaml, before interpolation. */
  readonly declared: string;
  readonly outcome: 'no such file' | 'no such key' | 'used' | 'overridden' | 'refused';
  readonly location?: SourceLocation | undefined;
  readonly value?: unknown;
  /** Why the value is refused. */
  readonly reason?: string;
}

/** The values of a key in the files of one level. */
export interface LevelExplanation {
  readonly name: string;
  readonly files: readonly FileExplanation[];
}

/** How the result of a lookup was found. */
export interface Explanation {
  readonly key: string;
  readonly found: Found | undefined;
  /** The error that prevented a result; undefined if no file contains the key. */
  readonly refused: GlanceApplyError | undefined;
  readonly merge: MergeOptions | undefined;
  /** Where the merge strategy was specified. */
  readonly mergeFrom: 'the call' | 'lookup_options' | 'nobody';
  readonly convertTo: readonly unknown[] | undefined;
  readonly layers: readonly {
    readonly name: string;
    /** Its hiera.yaml, or the folder that has none. */
    readonly config: string;
    readonly levels: readonly LevelExplanation[];
  }[];
}

/** Lists every file that could contain a key, with its value and whether the lookup used it. */
export function explain(data: Hierarchy, key: string, merge?: Merge): Explanation {
  const { root } = parseKey(key);
  const own = data.optionsOf(root);
  const result = attempt(() => data.peek(key, merge === undefined ? {} : { merge }));
  const found = GlanceApplyError.is(result) ? undefined : result;
  const module = moduleOf(root);
  const moduleLayer = module === undefined ? undefined : data.modules.get(module);
  const layers = [...data.layers, ...(moduleLayer === undefined ? [] : [moduleLayer])];
  return {
    key,
    found,
    refused: GlanceApplyError.is(result) ? result : undefined,
    merge: found?.merge,
    mergeFrom: merge !== undefined ? 'the call' : own.merge === undefined ? 'nobody' : 'lookup_options',
    convertTo: own.convertTo,
    layers: layers.map((layer) => ({
      name: layer.name,
      config: layer.config.file ?? layer.config.root,
      levels: [...layer.levels, ...layer.defaultLevels].map((level) =>
        explainLevel(data, layer, level, root, found),
      ),
    })),
  };
}

function explainLevel(
  data: Hierarchy,
  layer: Hierarchy['layers'][number],
  level: Level,
  root: string,
  found: Found | undefined,
): LevelExplanation {
  const files = level.files.map((file): FileExplanation => {
    const { path, declared, document } = file;
    if (document === undefined) return { path, declared, outcome: 'no such file' };
    const value = attempt(() => data.valueIn(file, level, layer, root));
    if (value === missing) return { path, declared, outcome: 'no such key' };
    const location = document.locations.get(root);
    if (GlanceApplyError.is(value)) {
      return {
        path,
        declared,
        outcome: 'refused',
        location,
        reason: value.diagnostics.map(({ message }) => message).join('; '),
      };
    }
    const used = found?.sources.some((source) => source.location === location) === true;
    return { path, declared, outcome: used ? 'used' : 'overridden', location, value };
  });
  return { name: level.name, files };
}

function attempt<T>(work: () => T): T | GlanceApplyError {
  try {
    return work();
  } catch (error) {
    if (GlanceApplyError.is(error)) return error;
    throw error;
  }
}
