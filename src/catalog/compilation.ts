import type { DataSource } from '../data/data-source.js';
import type { Facts } from '../data/facts.js';
import { isRelease, livesIn, platformRelease, type Release } from '../data/releases.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { Place } from '../errors/place.js';
import type { Chain } from './chain.js';
import { answers, type Collector, overridden } from './collector.js';
import { CompilationFailure } from './compilation-failure.js';
import { Container } from './container.js';
import type { ContainerDefinition } from './container-definition.js';
import type { Position } from './position.js';
import { type Reference, referenceKey } from './reference.js';
import type { Resource } from './resource.js';
import { Tags } from './tags.js';
import { isThenable } from './thenable.js';

/** Values by key: a hierarchy of files, a function, or a hash. */
export type Data = DataSource | ((key: string) => unknown) | Readonly<Record<string, unknown>>;

/** What a compilation is given beside the manifest. */
export interface CompileOptions {
  /** Facts of the node. @default none */
  readonly facts?: Facts;
  /** The OpenStack release. @default the parameter `openstack_release`, else the platform's own */
  readonly release?: string;
  /** Values for class parameters under `class::parameter`, and for lookups. @default none */
  readonly data?: Data;
  /** Values that belong to the node as a whole, as an external node classifier gives them. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * One compilation under way: everything declared so far and every complaint. There is one per call of
 * `compile`, and nothing outside of it, so that several may run at once.
 */
export class Compilation {
  readonly facts: Facts;
  readonly release: Release;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: Resource[] = [];
  readonly chains: Chain[] = [];
  readonly collectors: Collector[] = [];
  readonly realizations: { readonly reference: Reference; readonly position: Position }[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** What was declared when the catalog was made already. */
  readonly late: Diagnostic[] = [];
  /** The manifest's own scope: Puppet's `Class[main]`. */
  readonly site: Container;
  readonly #index = new Map<string, Resource>();
  readonly #waiting: Container[] = [];
  /** Tags as resources are declared: what collectors add is known when all has been declared. */
  readonly #tags = new Tags((resource, name) => resource.given[name]);
  /** Where class parameters and lookups of the manifest find values. */
  readonly data: DataSource;
  /** While the manifest itself speaks, bodies wait: what it declares later must be there when they run. */
  #manifestSpeaks = true;
  /** A body is running, or those that wait are being run: what is declared meanwhile joins the queue. */
  #busy = false;
  /** The catalog is made: nothing that is declared now would be part of it. */
  #sealed = false;

  constructor(options: CompileOptions, position: Position) {
    this.facts = options.facts ?? {};
    this.parameters = options.parameters ?? {};
    this.data = toDataSource(options.data ?? {});
    this.release = this.#chooseRelease(options.release ?? this.parameters.openstack_release);
    this.site = new Container(this, undefined, 'class', 'main', {}, position);
    this.site.state = 'declared';
    this.#index.set(this.site.key, this.site);
    this.resources.push(this.site);
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /** From now on, whatever is declared is refused. */
  seal(): void {
    this.#sealed = true;
  }

  /**
   * Asked by everything that adds to the catalog.
   * @param what A sentence on what is done: `Package[x] is declared`.
   * @throws {GlanceApplyError} at its place where the catalog is made already.
   */
  refuseLate(what: () => string, { place }: { readonly place: Place | undefined }): void {
    if (!this.#sealed) return;
    const late = problem('declaration.late', `${what()} after the manifest was compiled`, {
      place,
      hint: 'make the function of the manifest async and await what it starts; for…of waits where forEach does not',
    });
    // Nobody may be there to catch it, or somebody who drops it.
    this.late.push(late);
    throw new GlanceApplyError(late);
  }

  /** Takes in why a container cannot be part of the catalog. */
  refuse(container: Container, failure: CompilationFailure): void {
    this.report(thrownBy(container, failure));
  }

  find(type: string, title: string): Resource | undefined {
    return this.#index.get(referenceKey(type, title));
  }

  has(type: string, title: string): boolean {
    return this.#index.has(referenceKey(type, title));
  }

  /** Takes a resource in; a second one of the same type and title is a complaint that names both places. */
  add(resource: Resource): boolean {
    this.refuseLate(() => `${resource} is declared`, resource);
    const key = referenceKey(resource.type, resource.title);
    const first = this.#index.get(key);
    if (first !== undefined) {
      this.report(duplicateDeclaration(resource, first));
      return false;
    }
    this.#index.set(key, resource);
    this.resources.push(resource);
    return true;
  }

  /** Takes a class or an instance of a defined type in, and has it declare its content when it is time. */
  addContainer(container: Container, definition: ContainerDefinition): void {
    if (!this.add(container)) return;
    if (!livesIn(this.release, definition.since, definition.until)) {
      container.state = 'declared';
      this.report(outOfRelease(container, definition, this.release));
      return;
    }
    if (container.isVirtual) {
      if (container.type === 'class') this.report(virtualClass(container));
      return;
    }
    // Never at once: the constructor that calls this has not finished building the container.
    this.#waiting.push(container);
  }

  /**
   * Lets a container declare its content, unless it has; later only, while the manifest still speaks. As in
   * Puppet, an included class is evaluated on the spot, and what a body declares otherwise when the bodies
   * before it are through.
   */
  declareNow(container: Container): void {
    if (this.#manifestSpeaks || container.state !== 'waiting') return;
    this.#hearCollectors(container);
    // What a collector says may be wrong.
    if (container.state !== 'waiting') return;
    container.state = 'declaring';
    const outermost = !this.#busy;
    this.#busy = true;
    try {
      const returned: unknown = container.declare();
      if (isThenable(returned)) this.#refuseAsync(container, returned);
    } catch (error) {
      this.report(thrownBy(container, error));
    }
    container.state = 'declared';
    if (outermost) this.declareWaiting();
  }

  /** Bodies run one after the other, and what they declare is there when the next one asks for it. */
  #refuseAsync(container: Container, body: PromiseLike<unknown>): void {
    this.report(
      problem('class.async', `${container} declares its content in an async function`, {
        place: container.place,
        hint: 'declare must not be async: what has to be awaited belongs into the manifest, and is given as a parameter',
      }),
    );
    // It may still throw, because it comes too late; this says why already.
    body.then(undefined, () => {});
  }

  /** As in Puppet, collectors change an instance of a defined type before it is evaluated, as far as they are known. */
  #hearCollectors(container: Container): void {
    const speaking = this.collectors.filter(({ type, overrides }) => overrides && type === container.type);
    if (speaking.length === 0) return;
    const look = {
      attribute: (resource: Resource, name: string) => resource.given[name],
      tags: (resource: Resource) => this.#tags.of(resource),
    };
    let attributes = container.given;
    const changed: Record<string, unknown> = {};
    for (const collector of speaking) {
      const { query, overrides, position } = collector;
      if (overrides === undefined || !answers(query, container, look)) continue;
      container.heard.add(collector);
      attributes = overridden(attributes, overrides);
      for (const name of Object.keys({ ...overrides.set, ...overrides.add })) {
        changed[name] = attributes[name];
        if (position.place !== undefined) container.placesElsewhere.set(name, position.place);
      }
    }
    if (container.heard.size > 0) container.hear(changed);
  }

  /** The manifest has spoken: every body that waits is declared, in the order in which they were asked for. */
  declareWaiting(): void {
    this.#manifestSpeaks = false;
    this.#busy = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
      this.declareNow(next);
    this.#busy = false;
  }

  #chooseRelease(wanted: unknown): Release {
    if (wanted === undefined) return platformRelease(this.facts);
    const name = String(wanted).toLowerCase();
    if (isRelease(name)) return name;
    throw new GlanceApplyError(
      problem('release.unknown', `'${name}' is no OpenStack release that is known here`, {
        hint: 'releases go by their names up to zed, and by year from 2023.1 on',
      }),
    );
  }
}

function toDataSource(data: Data): DataSource {
  if (isDataSource(data)) return data;
  return {
    lookup(key) {
      const value = typeof data === 'function' ? data(key) : Object.hasOwn(data, key) ? data[key] : undefined;
      return value === undefined ? undefined : { value, sources: [], merge: { strategy: 'first' } };
    },
  };
}

function isDataSource(data: Data): data is DataSource {
  return typeof data === 'object' && typeof data.lookup === 'function';
}

function duplicateDeclaration(again: Resource, first: Resource): Diagnostic {
  const owner = again.parent !== undefined && again.parent.title !== 'main' ? ` by ${again.parent}` : '';
  return problem('resource.duplicate', `${again} is declared a second time${owner}`, {
    place: again.place,
    related: [
      {
        message: `the first declaration${first.parent && first.parent.title !== 'main' ? `, by ${first.parent},` : ''} is`,
        place: first.place,
      },
    ],
    hint: 'a resource has one owner: keep one of the two, or change the other through a collector',
  });
}

/** Whoever includes it later would be given a class that declares nothing. */
function virtualClass(container: Container): Diagnostic {
  return problem('class.virtual', `${container} cannot be virtual: only resources can`, {
    place: container.placeOf('virtual'),
    hint: 'include it where it is needed',
  });
}

function outOfRelease(container: Container, definition: ContainerDefinition, release: Release): Diagnostic {
  const span = definition.until ? `ended with ${definition.until}` : `begins with ${definition.since}`;
  const message = `${container} ${span}, and this node is ${release}`;
  const { place } = container;
  return definition.replacedBy === undefined
    ? problem('class.release', message, { place, hint: 'leave it out, or set openstack_release' })
    : warning('class.release', `${message}: it is left out`, { place, hint: definition.replacedBy });
}

function thrownBy(container: Container, error: unknown): Diagnostic {
  if (error instanceof CompilationFailure) {
    const { by = container, parameter } = error;
    return problem('class.refused', `${by}: ${error.message}`, {
      place: parameter === undefined ? by.place : by.placeOf(parameter),
      hint: error.hint,
    });
  }
  if (GlanceApplyError.is(error) && error.diagnostics[0] !== undefined) {
    const first = error.diagnostics[0];
    return { ...first, place: first.place ?? container.place };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return problem('class.threw', `${container} failed while it was compiled: ${reason}`, {
    place: container.place,
  });
}
