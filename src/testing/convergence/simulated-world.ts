import type { Catalog } from '../../catalog/catalog.js';
import type { NativeTypeDefinition } from '../../catalog/native-type-definition.js';
import type { State } from '../../engine/provider.js';
import { revealAll } from '../../secrets/secret.js';
import type { ExistingResource } from './existing-resource.js';

/** The references of the resources that fail in one run, by what fails. */
export interface InjectedFailures {
  readonly changes: ReadonlySet<string>;
  readonly refreshes: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
}

const none: InjectedFailures = { changes: new Set(), refreshes: new Set(), readings: new Set() };

/**
 * The resources that exist on a simulated host. A change stores the desired state and does not have side effects: a
 * package does not install files, and a service does not open a port.
 */
export class SimulatedWorld {
  readonly #states = new Map<string, Map<string, State>>();
  injectedFailures: InjectedFailures = none;

  /** Adds existing resources, under the names that they have in the catalog. */
  put(present: readonly ExistingResource[], catalog: Catalog): void {
    for (const { definition, title, properties } of present) {
      const name = catalog.find(definition.name, title)?.name ?? title;
      const munged = Object.entries(properties).map(([key, value]) => {
        const clear = revealAll(value);
        return [key, definition.attributes[key]?.value.munge?.(clear) ?? clear];
      });
      const base = 'ensure' in definition.attributes ? { ensure: defaultEnsure(definition) } : {};
      this.set(definition.name, name, { ...base, ...Object.fromEntries(munged) });
    }
  }

  /** Returns all states of a type, by name. */
  all(type: string): ReadonlyMap<string, State> {
    return this.#states.get(type) ?? new Map();
  }

  get(type: string, name: string): State | undefined {
    return this.#states.get(type)?.get(name);
  }

  /** Stores a state; undefined removes the resource. */
  set(type: string, name: string, state: State | undefined): void {
    let ofType = this.#states.get(type);
    if (ofType === undefined) {
      ofType = new Map();
      this.#states.set(type, ofType);
    }
    if (state === undefined) ofType.delete(name);
    else ofType.set(name, state);
  }
}

/** Returns the value of `ensure` of a resource that exists. */
function defaultEnsure({ attributes }: Pick<NativeTypeDefinition, 'attributes'>): unknown {
  const words = attributes.ensure?.value.schema.enum;
  const existing = Array.isArray(words) && words.find((word) => word === 'present' || word === 'running');
  return existing || 'present';
}
