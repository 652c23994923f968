import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import type { Facts } from '../data/facts.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { Provider, ProviderChoice, Subject } from './provider.js';

/** How a type's providers are found. */
export type ProviderLookup = (definition: NativeTypeDefinition) => ProviderChoice | undefined;

/** All resources of a catalog that share a provider, or the reason why they have none. */
export interface Group {
  /** `service`, or `service (systemd)` where the type has several providers. */
  readonly name: string;
  readonly provider: Provider | undefined;
  /** Why there is no provider. */
  readonly trouble: string | undefined;
  /** By the resources' index in the catalog. */
  readonly subjects: Map<number, Subject>;
}

/** Sorts the native resources of a catalog by their provider. */
export function groupByProvider(catalog: Catalog, facts: Facts, lookup: ProviderLookup): Map<number, Group> {
  const groups = new Map<string, Group>();
  const byResource = new Map<number, Group>();
  for (const resource of catalog.resources) {
    const { definition } = resource;
    if (definition === undefined || definition.transparent) continue;
    const choice = lookup(definition);
    const [name, trouble] = choose(resource, choice, facts);
    const key = `${definition.name}/${name}/${trouble ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      const several = choice !== undefined && Object.keys(choice.providers).length > 1;
      const provider = trouble === undefined ? choice?.providers[name] : undefined;
      group = {
        name: several ? `${definition.name} (${name})` : definition.name,
        provider,
        trouble,
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
): readonly [name: string, trouble?: string] {
  const { type } = resource;
  if (choice === undefined) return ['', `nothing here knows how to read or change a ${type}`];
  try {
    const name = choice.choose(facts, toProviderValues(resource));
    if (Object.hasOwn(choice.providers, name)) return [name];
    const known = Object.keys(choice.providers);
    const hint = didYouMean(name, known) ?? `there are ${known.join(', ')}`;
    return [name, `the type ${type} has no provider '${name}': ${hint}`];
  } catch (error) {
    return ['', messageOf(error)];
  }
}

/**
 * Refuses a catalog with types that nothing can apply, before anything is changed.
 * @throws {GlanceApplyError} that names each of them.
 */
export function refuseWithoutProvider(catalog: Catalog, lookup: ProviderLookup): void {
  const problems = catalog.resources.flatMap(({ definition, reference, place }) => {
    if (definition === undefined || definition.transparent || lookup(definition) !== undefined) return [];
    // What purges is made for each catalog, of the providers of the types that it purges.
    if (definition.name === 'resources') return [];
    return problem('provider.missing', `${reference} cannot be applied: nothing here knows how to`, {
      place,
      hint: `the type ${definition.name} has no provider; a module that brings a type calls provide for it`,
    });
  });
  if (problems.length > 0) throw new GlanceApplyError(problems);
}

export function toSubject(resource: CatalogResource): Subject {
  const { reference, title, name, loglevel, secrets } = resource;
  return {
    reference,
    title,
    name,
    wanted: toProviderValues(resource),
    secrets,
    loglevel,
    // Few providers ask.
    get tags() {
      return resource.tags;
    },
  };
}
