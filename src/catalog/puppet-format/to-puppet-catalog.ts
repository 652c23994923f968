import { isHash } from '../../data/is-hash.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { isTainted, REDACTED, Secret } from '../../secrets/secret.js';
import type { Catalog, CatalogResource } from '../catalog.js';
import { type Relationship, relationships } from '../metaparameter-table.js';
import { capitalize, normalizeName } from '../reference.js';
import type { Relation } from '../relation.js';
import type { PuppetCatalog, PuppetEdge, PuppetResource } from './puppet-catalog.js';

/** Options for writing a catalog in Puppet's format. */
export interface PuppetFormatOptions {
  /** Whether secrets are written in plain text instead of `[redacted]`. @default false */
  readonly showSecrets?: boolean;
  /** The name of the host. @default the fact `networking.fqdn` */
  readonly name?: string;
}

const stage = 'Stage[main]';

/**
 * Converts a catalog to Puppet's catalog format. Relationships that a resource declares itself remain with it as they
 * were declared; those of chains become `before` and `notify` of their source, as in Puppet.
 */
export function toPuppetCatalog(catalog: Catalog, options: PuppetFormatOptions = {}): PuppetCatalog {
  const relations = relationsByOwner(catalog);
  const name = options.name ?? catalog.facts.networking?.fqdn;
  const resources = catalog.resources.map((resource, index): PuppetResource => {
    const { location } = resource;
    const parameters = plainParameters(resource, options.showSecrets ?? false);
    const sensitive = Object.keys(parameters).filter((name) => isTainted(resource.parameters[name]));
    return {
      type: capitalize(resource.type),
      title: titleOf(resource),
      tags: [...resource.tags].sort(),
      ...(location === undefined ? {} : { file: location.file, line: location.line }),
      exported: false,
      parameters: { ...parameters, ...relations.get(index) },
      ...(sensitive.length === 0 ? {} : { sensitive_parameters: sensitive }),
    };
  });
  return {
    ...(name === undefined ? {} : { name }),
    catalog_format: 1,
    resources: hasStages(catalog)
      ? resources
      : [
          { type: 'Stage', title: 'main', tags: ['main', 'stage'], exported: false, parameters: {} },
          ...resources,
        ],
    edges: catalog.resources.flatMap((resource) => containment(resource, catalog)),
    classes: catalog.resources.filter(isClass).map((resource) => normalizeName(resource.title)),
  };
}

/**
 * Returns whether the manifest declares stages: the main stage, which exists without a declaration, is then a resource
 * too.
 */
function hasStages({ find }: Catalog): boolean {
  return find('stage', 'main') !== undefined;
}

function isClass(resource: CatalogResource): boolean {
  return resource.type === 'class';
}

/** Puppet writes the name of the outermost class in lower case and capitalizes all others. */
function titleOf(resource: CatalogResource): string {
  if (!isClass(resource) || resource.title === 'main') return resource.title;
  return capitalize(normalizeName(resource.title));
}

function referenceOf(resource: CatalogResource): string {
  return `${capitalize(resource.type)}[${titleOf(resource)}]`;
}

function containment(resource: CatalogResource, catalog: Catalog): PuppetEdge[] {
  const target = referenceOf(resource);
  const containers = resource.containers.map((index) => referenceOf(ensureDefined(catalog.resources[index])));
  return (isClass(resource) && !hasStages(catalog) ? [stage, ...containers] : containers).map((source) => ({
    source,
    target,
  }));
}

/** Returns the relationships to write into the parameters of each resource. */
function relationsByOwner({ resources, relations }: Catalog): Map<number, Record<string, string[]>> {
  const owned = new Map<number, Record<string, string[]>>();
  for (const relation of relations) {
    const name = relationshipOf(relation);
    if (name === undefined) continue;
    const [owner, other] = relationships[name].forward
      ? [relation.source, relation.target]
      : [relation.target, relation.source];
    let own = owned.get(owner);
    if (own === undefined) {
      own = {};
      owned.set(owner, own);
    }
    own[name] ??= [];
    own[name].push(referenceOf(ensureDefined(resources[other])));
  }
  return owned;
}

/** Automatic relations are not written: whatever reads the catalog derives them again. */
function relationshipOf({ origin, refresh }: Relation<number>): Relationship | undefined {
  if (origin === 'chain') return refresh ? 'notify' : 'before';
  return origin in relationships ? origin : undefined;
}

/** Returns the attributes as they were given, including those that the title contains, as Puppet writes them. */
function plainParameters(
  { parameters, secrets, definition, title }: CatalogResource,
  showSecrets: boolean,
): Record<string, unknown> {
  const titled = definition?.parseTitle?.(title);
  const plain = plainObject(
    typeof titled === 'object' ? { ...titled, ...parameters } : parameters,
    showSecrets,
  );
  if (!showSecrets) for (const name of secrets) if (Object.hasOwn(plain, name)) plain[name] = REDACTED;
  return plain;
}

function plainObject(
  values: Readonly<Record<string, unknown>>,
  showSecrets: boolean,
): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const name in values) {
    if (values[name] !== undefined) plain[name] = plainValue(values[name], showSecrets);
  }
  return plain;
}

function plainValue(value: unknown, showSecrets: boolean): unknown {
  if (Secret.is(value)) return showSecrets ? plainValue(value.reveal(), showSecrets) : REDACTED;
  if (value instanceof Uint8Array)
    return { __ptype: 'Binary', __pvalue: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map((item) => plainValue(item, showSecrets));
  return isHash(value) ? plainObject(value, showSecrets) : value;
}
