import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problem } from '../../errors/diagnostic.js';
import { didYouMean } from '../../errors/nearest.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { buildCatalog } from '../build-catalog.js';
import type { Catalog } from '../catalog.js';
import { Compilation, type CompileOptions } from '../compilation.js';
import { Compiler } from '../compiler.js';
import { Container, createSite } from '../container.js';
import { relationships } from '../metaparameter-table.js';
import { NativeResource, type NativeType } from '../native-type.js';
import { Position } from '../position.js';
import { normalizeName, Reference, referenceKey } from '../reference.js';
import type { PuppetResource } from './puppet-catalog.js';
import { readPuppetCatalog } from './read-puppet-catalog.js';
import { unwrapParameters } from './sensitive.js';

/** What reading a catalog needs besides the catalog. */
export interface ReadOptions extends Pick<CompileOptions, 'facts' | 'release'> {
  /** The native types that the catalog may use, by their Puppet names. */
  readonly types: ReadonlyMap<string, NativeType>;
  /** The name of the file, for messages. @default 'the catalog' */
  readonly file?: string;
}

/**
 * Reads a catalog in Puppet's catalog format. Its resources are checked against their types like those of a manifest;
 * messages refer to the `file` and `line` of each resource.
 * @param source The content of the file, or the parsed JSON.
 * @throws {GlanceApplyError} with every error, not just the first one.
 */
export function fromPuppetCatalog(source: unknown, options: ReadOptions): Catalog {
  const file = options.file ?? 'the catalog';
  const { resources, edges } = readPuppetCatalog(source, file);
  const compiler = new Compiler(new Compilation(options));
  const site = createSite(compiler, Position.at({ file, line: 1 }));
  const reader = new CatalogReader(compiler, site, options.types, file);
  for (const resource of resources) reader.add(resource);
  for (const { source: container, target } of edges) reader.contain(container, target);
  reader.declareAll();
  return buildCatalog(compiler, site).catalog;
}

/** A resource that waits until its container has been declared. */
interface PendingResource {
  readonly resource: PuppetResource;
  readonly type: string;
  readonly title: string;
  readonly containers: PendingResource[];
  contains: boolean;
  declared: Container | NativeResource | undefined | 'under way';
}

class CatalogReader {
  readonly #pending = new Map<string, PendingResource>();
  readonly #all: PendingResource[] = [];
  readonly #beside = new Map<string, boolean>();

  constructor(
    readonly compiler: Compiler,
    readonly site: Container,
    readonly types: ReadonlyMap<string, NativeType>,
    readonly file: string,
  ) {}

  add(resource: PuppetResource): void {
    const type = normalizeName(resource.type);
    // The catalog's own scope and main stage already exist.
    if (type === 'stage' && resource.title === 'main') return;
    const title = type === 'class' ? normalizeName(resource.title) : resource.title;
    const announced: PendingResource = {
      resource,
      type,
      title,
      containers: [],
      contains: false,
      declared: undefined,
    };
    if (type === 'class' && title === 'main') announced.declared = this.site;
    else this.#all.push(announced);
    this.#pending.set(referenceKey(type, title), announced);
  }

  contain(container: string, target: string): void {
    const [outer, inner] = [container, target].map((text) => {
      const reference = Reference.parse(text);
      return reference && this.#pending.get(reference.key);
    });
    if (outer === undefined || inner === undefined) return;
    outer.contains = true;
    inner.containers.push(outer);
  }

  declareAll(): void {
    for (const announced of this.#all) this.#declare(announced);
  }

  #declare(announced: PendingResource): Container | undefined {
    if (announced.declared === undefined) {
      announced.declared = 'under way';
      announced.declared = this.#build(announced, this.#containerOf(announced));
    }
    return announced.declared instanceof Container ? announced.declared : undefined;
  }

  /**
   * Returns the container of a resource; a cycle of containers ends in the catalog's own scope, where the graph reports
   * it.
   */
  #containerOf({ containers, type }: PendingResource): Container {
    const declared = containers.map((container) => this.#declare(container));
    return (type === 'class' ? undefined : declared[0]) ?? this.site;
  }

  #build(
    { resource, type, title, contains, containers }: PendingResource,
    parent: Container,
  ): PendingResource['declared'] {
    const { compilation } = this.compiler;
    const location = this.#locationOf(resource);
    const position = Position.at(location);
    const given = this.#given(resource, type, title, parent);
    const definition = this.types.get(type)?.definition;
    if (definition !== undefined) return new NativeResource(parent, definition, title, given, position);
    if (
      type !== 'class' &&
      type !== 'stage' &&
      !type.includes('::') &&
      !contains &&
      resource.kind !== 'definition'
    ) {
      compilation.report(
        problem('type.unknown', `${resource.type}[${title}] is of a type that is not known here`, {
          location,
          hint: didYouMean(type, this.types.keys()),
        }),
      );
      return undefined;
    }
    const container = new Container(this.compiler, parent, type, title, given, position);
    if (type === 'class') for (const outer of containers) this.#containClass(container, outer);
    return container;
  }

  #containClass(inner: Container, outer: PendingResource): void {
    const container = this.#declare(outer);
    if (container === undefined || container === this.site) return;
    this.compiler.compilation.containerState(inner)?.containers.add(container);
  }

  #given(resource: PuppetResource, type: string, title: string, parent: Container): Record<string, unknown> {
    const given = unwrapParameters(resource.parameters ?? {}, resource.sensitive_parameters ?? []);
    if (type === 'class' && given.name === title) delete given.name;
    for (const name of Object.keys(relationships)) {
      // Puppet writes a single reference, a list, or nested lists if a manifest nested them.
      if (given[name] !== undefined) given[name] = [given[name]].flat(Number.POSITIVE_INFINITY);
    }
    const inherited = new Set([
      ...segments(type),
      ...segments(title),
      ...segments(parent.type),
      ...segments(parent.title),
    ]);
    const tags = [given.tag ?? [], resource.tags ?? []].flat().filter((tag) => !inherited.has(String(tag)));
    if (tags.length > 0) given.tag = [...new Set(tags)];
    return given;
  }

  /**
   * Returns the source location that the catalog states. It is displayed, but lines of the file are quoted only if it
   * is in the directory of the catalog.
   */
  #locationOf({ file, line }: PuppetResource): SourceLocation {
    if (typeof file !== 'string') return { file: this.file, line: 1 };
    const location = { file, line: Number.isSafeInteger(line) && Number(line) > 0 ? Number(line) : 1 };
    return this.#isBeside(file) ? location : { ...location, unquoted: true };
  }

  /** Returns whether a file is in the directory of the catalog or below it after links are resolved. */
  #isBeside(file: string): boolean {
    let lies = this.#beside.get(file);
    if (lies === undefined) {
      lies = isBelow(file, dirname(this.file));
      this.#beside.set(file, lies);
    }
    return lies;
  }
}

function isBelow(file: string, folder: string): boolean {
  try {
    return realpathSync(file).startsWith(join(realpathSync(folder), '/'));
  } catch {
    return false;
  }
}

function segments(name: string): string[] {
  const tag = normalizeName(name);
  return [tag, ...tag.split('::')];
}
