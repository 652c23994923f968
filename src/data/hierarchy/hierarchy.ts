import type { SourceLocation } from '../../errors/source-location.js';
import { convertTo } from './convert-to.js';
import { dig, missing } from './dig.js';
import { type EvaluationContext, evaluate } from './evaluate.js';
import { KeyUsage } from './key-usage.js';
import { type DataFile, type Layer, type Level, listFiles } from './layer.js';
import { type LookupKey, moduleOf, parseKey } from './lookup-key.js';
import {
  type KeyLookupOptions,
  LookupOptions,
  lookupOptionsKey,
  type PatternTime,
  refuseOtherModules,
} from './lookup-options.js';
import type { Found } from './lookup-result.js';
import { type Hit, mergeHits } from './merging/merge-hits.js';
import { type Merge, type MergeOptions, mergeFirst, readMerge } from './merging/merge-options.js';
import type { DataDocument } from './reading/document.js';
import { ReferenceChain } from './reference-chain.js';
import { refuseStackOverflow } from './refuse-stack-overflow.js';
import { toPlain } from './values.js';
import { withLocation } from './with-location.js';

/** The options of a lookup. */
export interface LookupCallOptions {
  /** How values of several levels become one. @default the strategy in `lookup_options`, else the first value found */
  readonly merge?: Merge | undefined;
}

/** A hit that has not been converted to plain data. */
interface Result extends Hit {
  readonly merge: MergeOptions;
}

export interface HierarchyContext
  extends Omit<EvaluationContext, 'root' | 'pkcs7' | 'lookup' | 'guard' | 'note'> {
  /** The key files and value files that have been read so far; later ones are added. */
  readonly read: Set<string>;
}

/**
 * The data of one node: layers of levels of files, all of them read, in which keys are looked up as in Hiera 5. The
 * cost of a lookup depends only on the number of files.
 */
export class Hierarchy {
  readonly #references = new ReferenceChain();
  readonly #usage = new KeyUsage();
  /** The values found so far, by key and merge strategy, with the keys that they refer to. */
  readonly #found = new Map<
    string,
    { readonly result: Hit | undefined; readonly needs: ReadonlySet<string> }
  >();
  readonly #options = new Map<string | undefined, LookupOptions>();
  readonly #patternTime: PatternTime = { spent: 0 };
  readonly #documents: readonly DataDocument[];

  /** @internal */
  constructor(
    /** The layers that every key is looked up in, the most important first. @internal */
    readonly layers: readonly Layer[],
    /** The layers of modules, by their names. @internal */
    readonly modules: ReadonlyMap<string, Layer>,
    private readonly context: HierarchyContext,
  ) {
    this.#documents = [...layers, ...modules.values()].flatMap((layer) =>
      listFiles(layer).flatMap(({ document }) => document ?? []),
    );
  }

  /**
   * Looks up a key; dots in it lead into the value.
   * @returns undefined if no file contains it.
   * @throws {GlanceApplyError} if the value that was found cannot be evaluated, with its location in the data.
   */
  lookup(key: string, options: LookupCallOptions = {}): Found | undefined {
    const merge = options.merge === undefined ? undefined : readMerge(options.merge);
    const result = this.#resolve(key, merge);
    return result && { value: toPlain(result.value), sources: result.sources, merge: result.merge };
  }

  /** Looks up a key without recording it as used: for checks and explanations. */
  peek(key: string, options: LookupCallOptions = {}): Found | undefined {
    return this.#usage.withoutRecording(() => this.lookup(key, options));
  }

  /** Returns the options of a key in `lookup_options`. @internal */
  optionsOf(root: string): KeyLookupOptions {
    return this.#lookupOptions(moduleOf(root)).of(root);
  }

  /** Returns every key once per file that contains it, the most important file first. @internal */
  keys(): { readonly key: string; readonly location: SourceLocation; readonly layer: Layer }[] {
    return [...this.layers, ...this.modules.values()].flatMap((layer) =>
      listFiles(layer).flatMap(({ document }) =>
        [...(document?.locations ?? [])].map(([key, location]) => ({ key, location, layer })),
      ),
    );
  }

  /**
   * Returns all files that have been read so far: data, the hierarchies themselves, and the files that lookups have
   * read, which contain keys or values.
   */
  files(): string[] {
    const layers = [...this.layers, ...this.modules.values()].flatMap((layer) => [
      ...(layer.config.file === undefined ? [] : [layer.config.file]),
      ...listFiles(layer).flatMap(({ path, document }) => (document === undefined ? [] : [path])),
    ]);
    return [...layers, ...this.context.read];
  }

  /** Returns the keys of this node's own data that have not been looked up so far. */
  unused(): { readonly key: string; readonly location: SourceLocation }[] {
    return this.keys().filter(
      ({ key, layer }) => layer.module === undefined && key !== lookupOptionsKey && !this.#usage.has(key),
    );
  }

  /** Returns the value of a key in one file, evaluated; `missing` if the file does not contain it. @internal */
  valueIn(file: DataFile, level: Level, layer: Layer, key: string): unknown {
    const hit = this.#usage.withoutRecording(() => this.#readFile(layer, level, file, parseKey(key).root));
    return hit === undefined ? missing : toPlain(hit.value);
  }

  #resolve(text: string, given: MergeOptions | undefined): Result | undefined {
    const key = parseKey(text);
    // This key is reserved and not data.
    if (key.root === lookupOptionsKey) return undefined;
    const all = this.#lookupOptions(moduleOf(key.root));
    // Not worth the time of a pattern if no file contains the key.
    if (!this.#documents.some(({ root }) => root.has(key.root))) return undefined;
    const options = all.of(key.root);
    const merge = given ?? options.merge ?? mergeFirst;
    const hit = this.#digInto(key, this.#root(key, merge)) ?? this.#digInto(key, this.#inDefaults(key));
    if (hit === undefined) return undefined;
    this.#usage.note(key.root);
    const value =
      options.convertTo === undefined
        ? hit.value
        : convertTo(hit.value, options.convertTo, text, hit.sources[0]?.location);
    return { value, sources: hit.sources, merge };
  }

  #digInto(key: LookupKey, hit: Hit | undefined): Hit | undefined {
    if (hit === undefined || key.segments.length === 0) return hit;
    const value = withLocation(hit.sources[0]?.location, () => dig(hit.value, key));
    return value === missing ? undefined : { ...hit, value };
  }

  #root(key: LookupKey, merge: MergeOptions): Hit | undefined {
    const name = `${key.root} ${JSON.stringify(merge)}`;
    const found = this.#found.get(name) ?? this.#find(key, merge);
    this.#found.set(name, found);
    // A value from the cache uses the same keys as when it was evaluated.
    for (const need of found.needs) this.#usage.note(need);
    return found.result;
  }

  #find(key: LookupKey, merge: MergeOptions) {
    const module = moduleOf(key.root);
    const [global, environment] = this.layers.length > 1 ? this.layers : [undefined, this.layers[0]];
    // Always three, whether they exist or not: merges depend on the number of layers.
    const stack = [global, environment, module === undefined ? undefined : this.modules.get(module)];
    return this.#usage.collect(() =>
      mergeHits(stack, merge, (layer) => layer && this.#inLevels(layer, layer.levels, key, merge)),
    );
  }

  #inDefaults(key: LookupKey): Hit | undefined {
    const name = moduleOf(key.root);
    const layer = name === undefined ? undefined : this.modules.get(name);
    if (layer === undefined || layer.defaultLevels.length === 0) return undefined;
    const options = this.#inLevels(layer, layer.defaultLevels, parseKey(lookupOptionsKey), {
      strategy: 'hash',
    });
    const merge =
      new LookupOptions(options?.value, options?.sources[0]?.location, this.#patternTime).of(key.root)
        .merge ?? mergeFirst;
    return this.#inLevels(layer, layer.defaultLevels, key, merge);
  }

  #inLevels(layer: Layer, levels: readonly Level[], key: LookupKey, merge: MergeOptions): Hit | undefined {
    return this.#references.enter(key.text, () =>
      mergeHits(levels, merge, (level) =>
        mergeHits(level.files, merge, (file) => this.#readFile(layer, level, file, key.root)),
      ),
    );
  }

  #readFile(layer: Layer, level: Level, file: DataFile, root: string): Hit | undefined {
    const { document } = file;
    if (document === undefined || !document.root.has(root)) return undefined;
    const location = document.locations.get(root) ?? { file: file.path, line: 1 };
    const context = {
      ...this.context,
      root: layer.config.root,
      pkcs7: level.pkcs7,
      note: (path: string) => this.context.read.add(path),
      lookup: (key: string) => this.#resolve(key, undefined)?.value,
      guard: <T>(name: string, work: () => T) => this.#references.enter(name, work),
    };
    const value = refuseStackOverflow(location, () =>
      evaluate(document.root.get(root), context, root, location),
    );
    return { value, sources: [{ key: root, location, level: level.name, layer: layer.name }] };
  }

  #lookupOptions(module: string | undefined): LookupOptions {
    const known = this.#options.get(module);
    if (known !== undefined) return known;
    // While they are being read, the keys that they refer to are looked up without them.
    this.#options.set(module, new LookupOptions(undefined, undefined, this.#patternTime));
    try {
      const options = this.#readLookupOptions(module);
      this.#options.set(module, options);
      return options;
    } catch (error) {
      this.#options.delete(module);
      throw error;
    }
  }

  #readLookupOptions(module: string | undefined): LookupOptions {
    const key = parseKey(lookupOptionsKey);
    const layer = module === undefined ? undefined : this.modules.get(module);
    const merge: MergeOptions = { strategy: 'hash' };
    const own = layer && this.#inLevels(layer, layer.levels, key, merge);
    if (own !== undefined && module !== undefined)
      refuseOtherModules(own.value, module, own.sources[0]?.location);
    const hit = mergeHits([...this.layers, layer], merge, (one) =>
      one === layer ? own : one && this.#inLevels(one, one.levels, key, merge),
    );
    return new LookupOptions(hit?.value, hit?.sources[0]?.location, this.#patternTime);
  }
}
