import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import { applyOverride, type Collector, type Override } from './collector.js';
import type { Compilation } from './compilation.js';
import type { Compiler } from './compiler.js';
import { metaparameterNames } from './metaparameter-table.js';
import type { Position } from './position.js';
import { matchesQuery } from './query.js';
import type { Resource } from './resource.js';
import { Tags } from './tags.js';

/**
 * The resources at the end of compilation: collectors have found, realized and overridden resources until none of them
 * finds anything new.
 */
export class FinalResources {
  readonly #overridden = new Map<Resource, Record<string, unknown>>();
  readonly #overriders = new Map<Resource, Map<string, Collector>>();
  readonly #real = new Map<Resource, Collector | Position>();
  readonly #found = new Map<Collector, Set<Resource>>();
  /** How often a collector has changed a resource. */
  #overrides = 0;
  readonly #tags = new Tags((resource, name) => this.attribute(resource, name));

  readonly compilation: Compilation;

  constructor(private readonly compiler: Compiler) {
    const { compilation } = compiler;
    this.compilation = compilation;
    this.#resolve();
    for (const collector of compilation.collectors) {
      this.#refuseClass(collector);
      this.#refuseUnknown(collector);
    }
  }

  /** Returns the attributes of a resource with the changes of collectors. */
  attributes(resource: Resource): Readonly<Record<string, unknown>> {
    return this.#overridden.get(resource) ?? resource.given;
  }

  attribute(resource: Resource, name: string): unknown {
    return this.attributes(resource)[name];
  }

  /** Returns the last collector that overrides an attribute, if there is one. */
  overriderOf(resource: Resource, attribute: string): Collector | undefined {
    return this.#overriders.get(resource)?.get(attribute);
  }

  /** Returns what realized a virtual resource: a collector, or the source location of a `realize`. */
  realizerOf(resource: Resource): Collector | Position | undefined {
    return this.#real.get(resource);
  }

  tags(resource: Resource): ReadonlySet<string> {
    return this.#tags.of(resource);
  }

  /** Returns the resources that a collector found, in the order of declaration. */
  foundBy(collector: Collector): Iterable<Resource> {
    return this.#found.get(collector) ?? [];
  }

  /** Returns whether the resource is part of the catalog: neither it nor any of its containers is virtual any more. */
  isReal(resource: Resource): boolean {
    if (resource.isVirtual && !this.#real.has(resource)) return false;
    return resource.parent === undefined || this.isReal(resource.parent);
  }

  #resolve(): void {
    const { compilation } = this;
    let seen = -1;
    let realized = -1;
    let overrides = -1;
    // What one collector changes, especially a tag, may match the query of an earlier one.
    while (
      seen !== compilation.resources.length ||
      realized !== this.#real.size ||
      overrides !== this.#overrides
    ) {
      seen = compilation.resources.length;
      realized = this.#real.size;
      overrides = this.#overrides;
      for (const { reference, position } of compilation.realizations) {
        const resource = compilation.find(reference.type, reference.title);
        if (resource !== undefined) this.#realize(resource, position);
        else if (!compilation.diagnostics.some((known) => known.code === 'realize.missing')) {
          compilation.report(
            problem('realize.missing', `${reference} is realized, but nothing declares it`, {
              location: position.location,
            }),
          );
        }
      }
      for (const collector of compilation.collectors) this.#collect(collector);
    }
  }

  #collect(collector: Collector): void {
    let found = this.#found.get(collector);
    if (found === undefined) {
      found = new Set();
      this.#found.set(collector, found);
    }
    const look = { attribute: this.attribute.bind(this), tags: this.tags.bind(this) };
    for (const resource of this.compilation.resources) {
      if (resource.type !== collector.type || found.has(resource)) continue;
      if (collector.findsExports && !this.compilation.isExport(resource)) continue;
      if (!matchesQuery(collector.query, resource, look)) continue;
      found.add(resource);
      this.#realize(resource, collector);
      if (collector.overrides !== undefined) this.#override(resource, collector, collector.overrides);
    }
  }

  #realize(resource: Resource, by: Collector | Position): void {
    if (!resource.isVirtual || this.#real.has(resource)) return;
    this.#real.set(resource, by);
    this.compiler.declareNow(resource);
  }

  #override(resource: Resource, by: Collector, override: Override): void {
    this.#overrides += 1;
    this.#overridden.set(resource, applyOverride(this.attributes(resource), override));
    const overriders = this.#overriders.get(resource) ?? new Map<string, Collector>();
    const names = Object.keys({ ...override.set, ...override.add });
    for (const name of names) overriders.set(name, by);
    this.#overriders.set(resource, overriders);
    if (names.includes('tag')) this.#tags.clear();
    const state = this.compilation.containerState(resource);
    if (state !== undefined && !state.appliedCollectors.has(by))
      this.#reportLateOverride(resource, by, names);
  }

  /** Refuses collectors of classes: a class exists once, under its own name, so there is nothing to find. */
  #refuseClass({ type, position }: Collector): void {
    if (!this.compilation.has('class', type)) return;
    this.compilation.report(
      problem('collector.class', `the class ${type} cannot be collected`, {
        location: position.location,
        hint: 'give its parameters where it is declared, or in data; in relations, use the class itself',
      }),
    );
  }

  /** Refuses names that are not attributes of the type: they would find or change nothing. */
  #refuseUnknown(collector: Collector): void {
    const { attributes = {}, position, unknownInQuery, unknownInOverrides } = collector;
    // If resources were found, unknown attributes are reported for each of them.
    const found = (this.#found.get(collector)?.size ?? 0) > 0;
    for (const name of new Set([...unknownInQuery, ...(found ? [] : unknownInOverrides)])) {
      this.compilation.report(
        problem('collector.attribute', `${collector}: ${collector.type} has no attribute named '${name}'`, {
          location: position.location,
          hint: didYouMean(name, [...Object.keys(attributes), ...metaparameterNames, 'title']),
        }),
      );
    }
  }

  /** Reports overrides of an instance of a defined type whose content was already declared with other values. */
  #reportLateOverride(container: Resource, by: Collector, names: readonly string[]): void {
    const late = names.filter((name) => !metaparameterNames.has(name));
    if (late.length === 0 || !this.compilation.resources.some(({ parent }) => parent === container)) return;
    this.compilation.report(
      problem(
        'collector.late',
        `${by} changes ${late.join(', ')} of ${container} after its content was declared`,
        {
          location: by.position.location,
          related: [{ message: `${container} is declared`, location: container.location }],
          hint: 'put the collector in the manifest, or in a class that is declared before',
        },
      ),
    );
  }
}
