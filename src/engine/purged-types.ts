import type { Catalog } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { validatorFor } from '../catalog/values/validate.js';
import type { Facts } from '../data/facts.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { ProviderLookup } from './group.js';
import type { Provider } from './provider.js';

/** A type whose strays can be found and removed. */
export interface PurgedType {
  readonly definition: NativeTypeDefinition;
  readonly provider: Provider & Required<Pick<Provider, 'list'>>;
}

/** The types that `resources` may purge, by their names. */
export class PurgedTypes {
  readonly #known: ReadonlyMap<string, NativeTypeDefinition>;

  /** @param types Those that no resource of the catalog need have. */
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

  /** A type, which `refuse` has let pass. */
  get(type: string): PurgedType {
    const found = this.#find(type);
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  /**
   * Refuses a catalog with purges that cannot be made, before anything is changed.
   * @throws {GlanceApplyError} that names each of them.
   */
  refuse(): void {
    const problems = this.catalog.resources.flatMap(({ definition, name, reference, wanted, place }) => {
      if (definition?.name !== 'resources' || wanted.purge !== true) return [];
      const found = this.#find(name);
      return typeof found === 'string' ? problem('purge.type', `${reference}: ${found}`, { place }) : [];
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }

  /** A type, or why it cannot be purged. */
  #find(type: string): PurgedType | string {
    const definition = this.#known.get(type);
    if (definition === undefined) {
      const hint = didYouMean(type, this.#known.keys()) ?? 'see glance-apply describe';
      return `there is no type '${type}' to purge: ${hint}`;
    }
    const { ensure } = definition.attributes;
    if (ensure === undefined || !validatorFor(ensure.value.schema)('absent'))
      return `what a host has of the type '${type}' cannot be absent, and so not be purged`;
    const choice = this.lookup(definition);
    const provider = choice?.providers[choice.choose(this.facts, {})];
    const list = provider?.list;
    if (list === undefined)
      return `what a host has of the type '${type}' cannot be listed, and so not be purged`;
    return { definition, provider: provider as PurgedType['provider'] };
  }
}
