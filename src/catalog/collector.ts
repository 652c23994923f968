import { brandClass } from '../errors/brand-class.js';
import type { AttributeTable } from './attribute.js';
import { metaparameterNames } from './metaparameter-table.js';
import type { Position } from './position.js';
import { describeQuery, findAttributeNames, type Query } from './query.js';
import { capitalize } from './reference.js';
import type { Seal } from './seal.js';

/** Attribute values of a collector that change what it finds. */
export interface Override {
  /** Values that take the place of what the resources say. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Values that are added to what the resources say, as Puppet's `+>`. */
  readonly add: Readonly<Record<string, unknown>>;
}

/** The attributes of a resource, with what a collector changes in them. */
export function applyOverride(
  attributes: Readonly<Record<string, unknown>>,
  { set, add }: Override,
): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...attributes, ...set };
  for (const [name, value] of Object.entries(add)) changed[name] = [changed[name] ?? [], value].flat();
  return changed;
}

/**
 * Finds resources by type and query when compilation ends, whatever the order of declaration; virtual ones that
 * it finds become real.
 */
export class Collector {
  static {
    brandClass(Collector, 'collector');
  }

  overrides: Override | undefined;

  constructor(
    private readonly seal: Seal,
    readonly type: string,
    /** The attributes of the type, where it is more than a name. */
    readonly attributes: AttributeTable | undefined,
    readonly query: Query | undefined,
    readonly position: Position,
  ) {
    seal.refuseLate(() => `${this} is collected`, position);
  }

  /** Changes attributes of all that is found; `add` appends where `set` replaces. What was said before holds as well. */
  override(set: Readonly<Record<string, unknown>>, add: Readonly<Record<string, unknown>> = {}): this {
    this.seal.refuseLate(() => `${this} is overridden`, this.position);
    const before = this.overrides ?? { set: {}, add: {} };
    this.overrides = { set: { ...before.set, ...set }, add: mergeAdditions(before.add, add) };
    return this;
  }

  /** Names in the query that no resource of the type has, so that it never finds anything. */
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

  /** The Puppet spelling, for messages: `Package<| tag == 'x' |>`. */
  toString(): string {
    return `${capitalize(this.type)}<| ${this.query ? describeQuery(this.query) : ''} |>`;
  }
}

function mergeAdditions(before: Override['add'], more: Override['add']): Override['add'] {
  const all: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(more))
    all[name] = name in all ? [all[name], value].flat() : value;
  return all;
}
