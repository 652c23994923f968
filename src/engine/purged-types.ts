import type { Catalog } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { validatorFor } from '../catalog/values/validate.js';
import type { Facts } from '../data/facts.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { ProviderLookup } from './group.js';
import type { Provider } from './provider.js';

/** A type whose unmanaged resources can be listed and removed. */
export interface PurgedType {
  readonly definition: NativeTypeDefinition;
  readonly provider: Provider & Required<Pick<Provider, 'list'>>;
}

/** The types that `resources` may purge, by name. */
export class PurgedTypes {
  readonly #known: ReadonlyMap<string, NativeTypeDefinition>;

  /** @param types Types that may be purged even if the catalog has no resource of them. */
  constructor(
    private readonly catalog: Catalog,
    types: ReadonlyMap<string, NativeTypeDefinition>,
    private readonly facts: Facts,
    private readonly lookup: ProviderLookup,
  ) {
    const known = new Map(types);
    for (const { definition } of catalog.resources)
      if (definition !== undefined) known.set(definition.name, definition);
    this.#known = known;
  }

  /** Returns a type that `refuse` has accepted. */
  get(type: string): PurgedType {
    const found = this.#find(type);
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  /**
   * Refuses a catalog with types that cannot be purged, before anything is changed.
   * @throws {GlanceApplyError} `purge.type`, one diagnostic per purge.
   */
  refuse(): void {
    const problems = this.catalog.resources.flatMap((resource) => {
      const { definition, name, reference, desired } = resource;
      if (definition?.name !== 'resources' || desired.purge !== true) return [];
      const found = this.#find(name);
      if (typeof found !== 'string') return [];
      // Finding the location in the stack is expensive.
      return problem('purge.type', `${reference}: ${found}`, { location: resource.location });
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }

  /** Returns a type, or why it cannot be purged. */
  #find(type: string): PurgedType | string {
    const definition = this.#known.get(type);
    if (definition === undefined) {
      const hint = didYouMean(type, this.#known.keys()) ?? 'see glance-apply describe';
      return `the type '${type}' does not exist: ${hint}`;
    }
    const { ensure } = definition.attributes;
    if (ensure === undefined || !validatorFor(ensure.value.schema)('absent'))
      return `the type '${type}' cannot be purged: its resources cannot be made absent`;
    const choice = this.lookup(definition);
    const provider = choice?.providers[choice.choose(this.facts, {})];
    const list = provider?.list;
    if (list === undefined) return `the type '${type}' cannot be purged: its resources cannot be listed`;
    return { definition, provider: provider as PurgedType['provider'] };
  }
}
