import { acrossCopies } from '../errors/across-copies.js';
import type { AttributeTable } from './attribute.js';
import type { Compilation } from './compilation.js';
import { metaparameterNames } from './metaparameter-table.js';
import type { Position } from './position.js';
import { capitalised } from './reference.js';
import type { Resource } from './resource.js';

/** A question that resources answer with yes or no; made by `where`, `not`, `allOf`, `eitherOf`. */
export type Query =
  | { readonly kind: 'is'; readonly attribute: string; readonly value: unknown }
  | { readonly kind: 'not'; readonly query: Query }
  | { readonly kind: 'all'; readonly queries: readonly Query[] }
  | { readonly kind: 'either'; readonly queries: readonly Query[] };

/** What `collect` takes: a query, or attribute values that must all hold. `tag` and `title` are attributes too. */
export type QueryLike = Query | Readonly<Record<string, unknown>>;

/** Attribute values of a collector that change what it finds. */
export interface Override {
  /** Values that take the place of what the resources say. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Values that are added to what the resources say, as Puppet's `+>`. */
  readonly add: Readonly<Record<string, unknown>>;
}

/** The attributes of a resource, with what a collector changes in them. */
export function overridden(
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
    acrossCopies(Collector, 'collector');
  }

  overrides: Override | undefined;

  constructor(
    private readonly compilation: Compilation,
    readonly type: string,
    /** The attributes of the type, where it is more than a name. */
    readonly attributes: AttributeTable | undefined,
    readonly query: Query | undefined,
    readonly position: Position,
  ) {
    compilation.refuseLate(() => `${this} is collected`, position);
    compilation.collectors.push(this);
  }

  /** Changes attributes of all that is found; `add` appends where `set` replaces. What was said before holds as well. */
  override(set: Readonly<Record<string, unknown>>, add: Readonly<Record<string, unknown>> = {}): this {
    this.compilation.refuseLate(() => `${this} is overridden`, this.position);
    const before = this.overrides ?? { set: {}, add: {} };
    this.overrides = { set: { ...before.set, ...set }, add: appended(before.add, add) };
    return this;
  }

  /** Names in the query that no resource of the type has, so that it never finds anything. */
  get unknownInQuery(): readonly string[] {
    return this.#unknown(this.query === undefined ? [] : [...namesIn(this.query)]);
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
    return `${capitalised(this.type)}<| ${this.query ? describe(this.query) : ''} |>`;
  }
}

function appended(before: Override['add'], more: Override['add']): Override['add'] {
  const all: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(more))
    all[name] = name in all ? [all[name], value].flat() : value;
  return all;
}

/** Reads `QueryLike` into a query; undefined finds everything. */
export function toQuery(like: QueryLike | undefined): Query | undefined {
  if (like === undefined) return undefined;
  if ('kind' in like && typeof like.kind === 'string' && ['is', 'not', 'all', 'either'].includes(like.kind)) {
    return like as Query;
  }
  const queries = Object.entries(like).map(([attribute, value]): Query => ({ kind: 'is', attribute, value }));
  return queries.length === 1 ? queries[0] : { kind: 'all', queries };
}

/** Finds what the query does not. */
export function not(query: QueryLike): Query {
  return { kind: 'not', query: toQuery(query) ?? { kind: 'all', queries: [] } };
}

/** Finds what all the queries find. */
export function allOf(...queries: readonly QueryLike[]): Query {
  return { kind: 'all', queries: queries.flatMap((query) => toQuery(query) ?? []) };
}

/** Finds what any of the queries finds. */
export function eitherOf(...queries: readonly QueryLike[]): Query {
  return { kind: 'either', queries: queries.flatMap((query) => toQuery(query) ?? []) };
}

/** Answers a query for one resource; `attribute` gives a resource's value, `tags` its tags. */
export function answers(
  query: Query | undefined,
  resource: Resource,
  look: {
    attribute(resource: Resource, name: string): unknown;
    tags(resource: Resource): ReadonlySet<string>;
  },
): boolean {
  if (query === undefined) return true;
  switch (query.kind) {
    case 'not':
      return !answers(query.query, resource, look);
    case 'all':
      return query.queries.every((one) => answers(one, resource, look));
    case 'either':
      return query.queries.some((one) => answers(one, resource, look));
    case 'is': {
      if (query.attribute === 'tag') return look.tags(resource).has(String(query.value).toLowerCase());
      if (query.attribute === 'title') return resource.title === query.value;
      const value = look.attribute(resource, query.attribute);
      // A list answers for each of its members, as in Puppet.
      return Array.isArray(value) ? value.includes(query.value) : value === query.value;
    }
  }
}

function* namesIn(query: Query): Generator<string> {
  if (query.kind === 'is') yield query.attribute;
  else if (query.kind === 'not') yield* namesIn(query.query);
  else for (const one of query.queries) yield* namesIn(one);
}

function describe(query: Query): string {
  switch (query.kind) {
    case 'is':
      return `${query.attribute} == ${typeof query.value === 'string' ? `'${query.value}'` : String(query.value)}`;
    case 'not':
      return `!(${describe(query.query)})`;
    case 'all':
      return query.queries.map(describe).join(' and ');
    case 'either':
      return query.queries.map((one) => `(${describe(one)})`).join(' or ');
  }
}
