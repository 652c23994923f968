import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { Redactor } from '../secrets/redactor.js';
import { addCatalogSecrets } from './add-catalog-secrets.js';
import type { Catalog, CatalogResource } from './catalog.js';
import type { Collector } from './collector.js';
import type { Compilation } from './compilation.js';
import { CompiledResource } from './compiled-resource.js';
import type { Compiler } from './compiler.js';
import { EffectiveMetaparameters } from './effective-metaparameters.js';
import { FinalResources } from './final-resources.js';
import { lintCatalog } from './lint.js';
import { referenceKey } from './reference.js';
import type { Relation } from './relation.js';
import { reportMissingResources } from './report-missing-resources.js';
import { resolveRelations } from './resolve-relations.js';
import type { Resource } from './resource.js';
import { reportUnknownSchedules } from './schedules.js';
import type { Scope } from './scope.js';
import { toProviderValues } from './secret-attributes.js';
import { addMainStage, stageOf } from './stage.js';

/** A catalog with what relations of other hosts need to find its resources. */
export interface BuiltCatalog {
  readonly catalog: Catalog;
  /** Returns the index of a declared resource; undefined if it is virtual. */
  indexOf(resource: Resource): number | undefined;
  /** Returns the indices of the resources that a collector has found. */
  foundBy(collector: Collector): readonly number[];
}

/** Builds the catalog of everything that was declared, or throws an error with all problems. */
export function buildCatalog(compiler: Compiler, site: Scope): BuiltCatalog {
  const { compilation } = compiler;
  addMainStage(compilation, site);
  const final = new FinalResources(compiler);
  const metaparameters = new EffectiveMetaparameters(final);
  const real = compilation.resources.filter((resource) => final.isReal(resource));
  const indexOf = new Map(real.map((resource, index) => [resource, index]));
  const compiled = real.map(
    (resource, index) =>
      new CompiledResource(resource, {
        index,
        containers: containerIndices(resource, indexOf, final),
        declaredIn: resource.parent && indexOf.get(resource.parent),
        final,
        passedOn: metaparameters.of(resource),
      }),
  );
  reportUnknownSchedules(compiled, real, compilation);
  reportMissingResources(compiled, real, compilation);

  const aliases = indexAliases(compiled, indexOf, compilation);
  reportDuplicates(compiled, compilation);
  const byAlias = new Map([...aliases].map(([key, index]) => [key, ensureDefined(real[index])]));
  const relations = resolveRelations(final, byAlias).map((relation) => toIndices(relation, indexOf));

  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new GlanceApplyError(redactDiagnostics(errors, compiled));
  const resources: readonly CatalogResource[] = compiled;
  const catalog = {
    resources,
    relations,
    facts: compilation.facts,
    release: compilation.release,
    find: (type: string, title: string) => {
      const declared = compilation.find(type, title);
      const index = (declared && indexOf.get(declared)) ?? aliases.get(referenceKey(type, title));
      return index === undefined ? undefined : resources[index];
    },
  };
  const reported = compilation.diagnostics.filter(({ severity }) => severity === 'warning');
  const warnings = redactDiagnostics([...reported, ...lintCatalog(catalog, real, compilation)], compiled);
  return {
    catalog: { ...catalog, warnings },
    indexOf: (resource) => indexOf.get(resource),
    foundBy: (collector) => [...final.foundBy(collector)].flatMap((one) => indexOf.get(one) ?? []),
  };
}

/** Redacts the secrets of the catalog in diagnostics: a value that one of them quotes may be a secret elsewhere. */
function redactDiagnostics(
  diagnostics: readonly Diagnostic[],
  resources: readonly CatalogResource[],
): Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const redactor = addCatalogSecrets(new Redactor({ plainWords: false }), resources);
  return diagnostics.map((diagnostic) => redactor.diagnostic(diagnostic));
}

/**
 * Returns the containers of a resource. A class is in its stage wherever it was included, as in Puppet, and in the
 * classes that `contain` it; everything else is in the resource that declared it.
 */
function containerIndices(
  resource: Resource,
  indexOf: ReadonlyMap<Resource, number>,
  final: FinalResources,
): number[] {
  const stage = stageOf(resource, final);
  const containers = final.compilation.containersOf(resource);
  const all = stage === undefined ? containers : new Set([stage, ...containers]);
  return [...all].flatMap((container) => indexOf.get(container) ?? []);
}

function toIndices(relation: Relation, indexOf: ReadonlyMap<Resource, number>): Relation<number> {
  return new IndexedRelation(
    relation,
    ensureDefined(indexOf.get(relation.source)),
    ensureDefined(indexOf.get(relation.target)),
  );
}

/** A relation of a catalog. Its source location is computed only on demand. */
class IndexedRelation implements Relation<number> {
  readonly refresh: boolean;
  readonly origin: Relation['origin'];
  readonly #relation: Relation;

  constructor(
    relation: Relation,
    readonly source: number,
    readonly target: number,
  ) {
    this.refresh = relation.refresh;
    this.origin = relation.origin;
    this.#relation = relation;
  }

  get location(): Relation['location'] {
    return this.#relation.location;
  }
}

/** Indexes aliases, and namevars that differ from the titles; two resources for the same thing are an error. */
function indexAliases(
  compiled: readonly CompiledResource[],
  indexOf: ReadonlyMap<Resource, number>,
  compilation: Compilation,
): Map<string, number> {
  const owners = new Map<string, number>();
  for (const resource of compiled) {
    if (resource.definition?.several) continue;
    const explicit = resource.parameters.alias;
    // The namevar of nearly every resource is its title, and few resources have an alias.
    if (explicit === undefined && resource.name === resource.title) continue;
    const others = resource.definition === undefined ? [] : [resource.name];
    for (const alias of [
      ...others,
      ...(Array.isArray(explicit) ? explicit : explicit === undefined ? [] : [explicit]),
    ]) {
      const key = referenceKey(resource.type, String(alias));
      const byTitle = compilation.find(resource.type, String(alias));
      const holder = byTitle === undefined ? owners.get(key) : indexOf.get(byTitle);
      if (holder === resource.index) continue;
      if (holder === undefined) {
        owners.set(key, resource.index);
        continue;
      }
      const first = ensureDefined(compiled[holder]);
      // A title that is the namevar of another resource is a duplicate only if it is the namevar of its own resource as
      // well.
      if (first.definition !== undefined && !explicit && first.name !== resource.name) continue;
      compilation.report(duplicateResource(resource, first, String(alias)));
    }
  }
  return owners;
}

/** Reports resources with different titles that manage the same thing, according to their type. */
function reportDuplicates(compiled: readonly CompiledResource[], compilation: Compilation): void {
  const known = new Map<string, CompiledResource>();
  for (const resource of compiled) {
    const identity = resource.definition?.identity?.(toProviderValues(resource));
    if (identity === undefined) continue;
    const first = known.get(`${resource.type} ${identity}`);
    if (first === undefined) known.set(`${resource.type} ${identity}`, resource);
    else compilation.report(duplicateResource(resource, first, identity));
  }
}

function duplicateResource(resource: CompiledResource, first: CompiledResource, what: string): Diagnostic {
  return problem('resource.alias', `${resource.reference} and ${first.reference} are both about '${what}'`, {
    location: resource.location,
    related: [{ message: 'the other is declared', location: first.location }],
    hint: 'a resource has one owner: keep one of the two',
  });
}
