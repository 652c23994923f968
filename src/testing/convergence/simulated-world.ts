import type { Catalog } from '../../catalog/catalog.js';
import type { NativeTypeDefinition } from '../../catalog/native-type-definition.js';
import type { State } from '../../engine/provider.js';
import { revealAll } from '../../secrets/secret.js';
import type { Present } from './present.js';

/** What goes wrong in one run, by references: `Service[glance-api]`. */
export interface Troubles {
  readonly changes: ReadonlySet<string>;
  readonly refreshes: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
}

const none: Troubles = { changes: new Set(), refreshes: new Set(), readings: new Set() };

/**
 * The things that a simulated host has, of all types. What is changed is remembered as it was wanted; nothing
 * happens beside it: a package brings no files, and a service no open port.
 */
export class SimulatedWorld {
  readonly #states = new Map<string, Map<string, State>>();
  troubles: Troubles = none;

  /** Puts things there, under the names that the catalog has for them. */
  put(present: readonly Present[], catalog: Catalog): void {
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

  /** All of a type, by name. */
  all(type: string): ReadonlyMap<string, State> {
    return this.#states.get(type) ?? new Map();
  }

  get(type: string, name: string): State | undefined {
    return this.#states.get(type)?.get(name);
  }

  /** Without a state, the thing is gone. */
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

/** What `ensure` of a thing is that is simply there. */
function defaultEnsure({ attributes }: Pick<NativeTypeDefinition, 'attributes'>): unknown {
  const { enum: words } = (attributes.ensure?.value.schema ?? {}) as { enum?: readonly unknown[] };
  return words?.find((word) => word === 'present' || word === 'running') ?? 'present';
}
