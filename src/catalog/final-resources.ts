import { problem } from '../errors/diagnostic.js';
import { answers, type Collector, type Override } from './collector.js';
import type { Compilation } from './compilation.js';
import { Container } from './container.js';
import type { Position } from './position.js';
import type { Resource } from './resource.js';
import { Tags } from './tags.js';

/**
 * The resources as they are when compilation ends: collectors have found, realized and overridden, until none
 * of them finds anything new.
 */
export class FinalResources {
  readonly #overridden = new Map<Resource, Record<string, unknown>>();
  readonly #overriders = new Map<Resource, Map<string, Collector>>();
  readonly #real = new Map<Resource, Collector | Position>();
  readonly #found = new Map<Collector, Set<Resource>>();
  /** How often a collector has changed a resource. */
  #overrides = 0;
  readonly #tags = new Tags((resource, name) => this.attribute(resource, name));

  constructor(readonly compilation: Compilation) {
    this.#settle();
  }

  /** The attributes of a resource, with what collectors changed. */
  attributes(resource: Resource): Readonly<Record<string, unknown>> {
    return this.#overridden.get(resource) ?? resource.given;
  }

  attribute(resource: Resource, name: string): unknown {
    return this.attributes(resource)[name];
  }

  /** The collector that had the last word on an attribute, if any spoke. */
  overriderOf(resource: Resource, attribute: string): Collector | undefined {
    return this.#overriders.get(resource)?.get(attribute);
  }

  /** What made a virtual resource real: a collector, or the place of a `realize`. */
  realizerOf(resource: Resource): Collector | Position | undefined {
    return this.#real.get(resource);
  }

  tags(resource: Resource): ReadonlySet<string> {
    return this.#tags.of(resource);
  }

  /** What a collector found, in the order of declaration. */
  foundBy(collector: Collector): Iterable<Resource> {
    return this.#found.get(collector) ?? [];
  }

  /** Whether the resource is part of the catalog: it and all that contains it are no longer virtual. */
  isReal(resource: Resource): boolean {
    if (resource.given.virtual === true && !this.#real.has(resource)) return false;
    return resource.parent === undefined || this.isReal(resource.parent);
  }

  #settle(): void {
    const { compilation } = this;
    let seen = -1;
    let realized = -1;
    let overrides = -1;
    // What a collector changes, a tag above all, may be what one before it looks for.
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
              place: position.place,
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
      if (!answers(collector.query, resource, look)) continue;
      found.add(resource);
      this.#realize(resource, collector);
      if (collector.overrides !== undefined) this.#override(resource, collector, collector.overrides);
    }
  }

  #realize(resource: Resource, by: Collector | Position): void {
    if (resource.given.virtual !== true || this.#real.has(resource)) return;
    this.#real.set(resource, by);
    if (resource instanceof Container) this.compilation.declareNow(resource);
  }

  #override(resource: Resource, by: Collector, { set, add }: Override): void {
    this.#overrides += 1;
    const attributes: Record<string, unknown> = { ...this.attributes(resource), ...set };
    for (const [name, value] of Object.entries(add)) {
      attributes[name] = [attributes[name] ?? [], value].flat();
    }
    this.#overridden.set(resource, attributes);
    const overriders = this.#overriders.get(resource) ?? new Map<string, Collector>();
    for (const name of [...Object.keys(set), ...Object.keys(add)]) overriders.set(name, by);
    this.#overriders.set(resource, overriders);
    if ('tag' in set || 'tag' in add) this.#tags.forget();
  }
}
