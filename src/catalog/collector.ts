import { brandClass } from '../errors/brand-class.js';
import type { AttributeTable } from './attribute.js';
import { metaparameterNames } from './metaparameter-table.js';
import type { Position } from './position.js';
import { describeQuery, findAttributeNames, type Query } from './query.js';
import { capitalize } from './reference.js';
import type { Seal } from './seal.js';

/** Attribute values that a collector sets on the resources that it finds. */
export interface Override {
  /** Values that replace those of the resources. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Values that are added to those of the resources, as with Puppet's `+>`. */
  readonly add: Readonly<Record<string, unknown>>;
}

/** Returns the attributes of a resource with the changes of a collector. */
export function applyOverride(
  attributes: Readonly<Record<string, unknown>>,
  { set, add }: Override,
): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...attributes, ...set };
  for (const [name, value] of Object.entries(add)) changed[name] = [changed[name] ?? [], value].flat();
  return changed;
}

/**
 * Finds resources by type and query when compilation ends, whatever the order of declaration. Virtual resources that it
 * finds are realized.
 */
export class Collector {
  static {
    brandClass(Collector, 'collector');
  }

  overrides: Override | undefined;

  constructor(
    private readonly seal: Seal,
    readonly type: string,
    /** The attributes of the type, unless only its name is known. */
    readonly attributes: AttributeTable | undefined,
    readonly query: Query | undefined,
    readonly position: Position,
    /** Whether it finds what this host and others export, and nothing else. */
    readonly findsExports = false,
  ) {
    seal.refuseLate(() => `${this} is collected`, position);
  }

  /**
   * Changes attributes of all resources that are found; `add` appends whereas `set` replaces. Earlier overrides remain
   * in effect.
   */
  override(set: Readonly<Record<string, unknown>>, add: Readonly<Record<string, unknown>> = {}): this {
    this.seal.refuseLate(() => `${this} is overridden`, this.position);
    const before = this.overrides ?? { set: {}, add: {} };
    this.overrides = { set: { ...before.set, ...set }, add: mergeAdditions(before.add, add) };
    return this;
  }

  /** Names in the query that no resource of the type has, so that the query never finds anything. */
  get unknownInQuery(): readonly string[] {
    return this.#unknown(this.query === undefined ? [] : [...findAttributeNames(this.query)]);
  }

  /** Names of overrides that no resource of the type has. */
  get unknownInOverrides(): readonly string[] {
    return this.#unknown(Object.keys({ ...this.overrides?.set, ...this.overrides?.add }));
  }

  #unknown(names: readonly string[]): readonly string[] {
    const { attributes } = this;
    if (attributes === undefined) return [];
    return names.filter(
      (name) => name !== 'title' && !metaparameterNames.has(name) && !Object.hasOwn(attributes, name),
    );
  }

  /** Whether it was created in the compilation that a seal belongs to. */
  isOf(seal: Seal): boolean {
    return this.seal === seal;
  }

  /** Returns the Puppet spelling, for messages: `Package<| tag == 'x' |>`, `Package<<| tag == 'x' |>>` for exports. */
  toString(): string {
    const query = this.query ? describeQuery(this.query) : '';
    return capitalize(this.type) + (this.findsExports ? `<<| ${query} |>>` : `<| ${query} |>`);
  }
}

function mergeAdditions(before: Override['add'], more: Override['add']): Override['add'] {
  const all: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(more))
    all[name] = name in all ? [all[name], value].flat() : value;
  return all;
}
