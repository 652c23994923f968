import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import type { Facts } from '../data/facts.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { Provider, ProviderChoice, Subject } from './provider.js';

/** Returns the providers of a type; undefined if it has none. */
export type ProviderLookup = (definition: NativeTypeDefinition) => ProviderChoice | undefined;

/** The resources of a catalog that share a provider, or the reason why they have none. */
export interface Group {
  /** `service`, or `service (systemd)` if the type has several providers. */
  readonly name: string;
  readonly provider: Provider | undefined;
  /** Why the resources have no provider. */
  readonly reason: string | undefined;
  /** By the resources' index in the catalog. */
  readonly subjects: Map<number, Subject>;
}

/** Groups the native resources of a catalog by their provider. */
export function groupByProvider(catalog: Catalog, facts: Facts, lookup: ProviderLookup): Map<number, Group> {
  const groups = new Map<string, Group>();
  const byResource = new Map<number, Group>();
  for (const resource of catalog.resources) {
    const { definition } = resource;
    if (definition === undefined || definition.transparent) continue;
    const choice = lookup(definition);
    const [name, reason] = choose(resource, choice, facts);
    const key = `${definition.name}/${name}/${reason ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      const several = choice !== undefined && Object.keys(choice.providers).length > 1;
      const provider = reason === undefined ? choice?.providers[name] : undefined;
      group = {
        name: several ? `${definition.name} (${name})` : definition.name,
        provider,
        reason,
        subjects: new Map(),
      };
      groups.set(key, group);
    }
    group.subjects.set(resource.index, toSubject(resource));
    byResource.set(resource.index, group);
  }
  return byResource;
}

function choose(
  resource: CatalogResource,
  choice: ProviderChoice | undefined,
  facts: Facts,
): readonly [name: string, reason?: string] {
  const { type } = resource;
  if (choice === undefined) return ['', `the type ${type} has no provider`];
  try {
    const name = choice.choose(facts, toProviderValues(resource));
    if (Object.hasOwn(choice.providers, name)) return [name];
    const known = Object.keys(choice.providers);
    const hint = didYouMean(name, known) ?? `choose one of ${known.join(', ')}`;
    return [name, `the type ${type} has no provider '${name}': ${hint}`];
  } catch (error) {
    return ['', messageOf(error)];
  }
}

/**
 * Refuses a catalog with resources of types without a provider, before anything is changed.
 * @throws {GlanceApplyError} `provider.missing`, one diagnostic per resource.
 */
export function refuseWithoutProvider(catalog: Catalog, lookup: ProviderLookup): void {
  const problems = catalog.resources.flatMap((resource) => {
    const { definition, reference } = resource;
    if (definition === undefined || definition.transparent || lookup(definition) !== undefined) return [];
    // The provider of purges is created for each catalog, from the providers of the purged types.
    if (definition.name === 'resources') return [];
    return problem(
      'provider.missing',
      `${reference} cannot be applied: the type ${definition.name} has no provider`,
      {
        // Finding it in the stack is expensive.
        location: resource.location,
        hint: 'a module that defines a type must call provide for it',
      },
    );
  });
  if (problems.length > 0) throw new GlanceApplyError(problems);
}

/** Returns a resource as its provider sees it. */
export function toSubject(resource: CatalogResource): Subject {
  const { reference, title, name, loglevel, secrets } = resource;
  return {
    reference,
    title,
    name,
    desired: toProviderValues(resource),
    secrets,
    loglevel,
    // Computed on demand: few providers need them.
    get tags() {
      return resource.tags;
    },
  };
}
