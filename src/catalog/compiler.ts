import { isReleaseBetween, type Release } from '../data/releases.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { applyOverride } from './collector.js';
import type { Compilation } from './compilation.js';
import { diagnoseError } from './compilation-failure.js';
import type { ContainerDefinition } from './container-definition.js';
import type { ContainerState } from './container-state.js';
import { isThenable } from './is-thenable.js';
import { matchesQuery } from './query.js';
import { resolveChangedParameters, resolveParameters } from './resolve-parameters.js';
import type { Resource } from './resource.js';
import { Tags } from './tags.js';

/** Runs the bodies of classes and instances of defined types. */
export class Compiler {
  readonly #pending: ContainerState[] = [];
  /** Tags as resources are declared: the tags that collectors add are known only when everything is declared. */
  readonly #tags = new Tags((resource, name) => resource.given[name]);
  /** While the manifest itself is declaring, bodies wait: what it declares later must exist when they run. */
  #manifestDeclares = true;
  /** Whether a body or the queue of bodies is running: containers that are declared meanwhile join the queue. */
  #busy = false;

  constructor(readonly compilation: Compilation) {}

  /** Adds a container with its parameters, and queues its body. */
  addContainer(state: ContainerState): void {
    const { compilation } = this;
    const { container, definition } = state;
    compilation.track(state);
    if (definition === undefined) {
      state.phase = 'declared';
      compilation.add(container);
      return;
    }
    state.parameters = resolveParameters(state, definition, compilation);
    if (!compilation.add(container)) return;
    if (!isReleaseBetween(compilation.release, definition.since, definition.until)) {
      state.phase = 'declared';
      compilation.report(diagnoseRelease(container, definition, compilation.release));
      return;
    }
    if (container.isVirtual) {
      if (container.type === 'class') compilation.report(diagnoseVirtualClass(container));
      return;
    }
    // Not immediately: the constructor that calls this method has not finished building the container.
    this.#pending.push(state);
  }

  /**
   * Runs the body of a container unless it has already run; postponed while the manifest is still declaring. As in
   * Puppet, an included class is evaluated immediately, and any other container that a body declares after the bodies
   * before it have finished.
   */
  declareNow(resource: Resource): void {
    const state = this.compilation.containerState(resource);
    if (state !== undefined && !this.#manifestDeclares) this.#declare(state);
  }

  /** Runs every waiting body in the order of the queue, once the manifest has declared everything. */
  declarePending(): void {
    this.#manifestDeclares = false;
    this.#busy = true;
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift())
      this.#declare(next);
    this.#busy = false;
  }

  #declare(state: ContainerState): void {
    if (state.phase !== 'waiting') return;
    this.#applyCollectors(state);
    // The value that a collector sets may be invalid.
    if (!isWaiting(state)) return;
    const { container } = state;
    state.phase = 'declaring';
    const outermost = !this.#busy;
    this.#busy = true;
    try {
      const returned = container.declare();
      if (isThenable(returned)) this.#refuseAsync(container, returned);
    } catch (error) {
      for (const diagnostic of diagnoseError(container, error)) this.compilation.report(diagnostic);
    }
    state.phase = 'declared';
    if (outermost) this.declarePending();
  }

  /** Bodies run one after the other, and what one declares must exist when the next one looks for it. */
  #refuseAsync(container: Resource, body: PromiseLike<unknown>): void {
    this.compilation.report(
      problem('class.async', `${container} declares its content in an async function`, {
        location: container.location,
        hint: 'declare must not be async: what has to be awaited belongs into the manifest, and is given as a parameter',
      }),
    );
    // The promise may still be rejected because its declarations come too late; the diagnostic already explains why.
    body.then(undefined, () => {});
  }

  /**
   * Applies collectors to an instance of a defined type before it is evaluated, as far as they are known. Puppet does
   * the same.
   */
  #applyCollectors(state: ContainerState): void {
    const { compilation } = this;
    const { container, definition } = state;
    const collectors = compilation.collectors.filter(
      ({ type, overrides }) => overrides && type === container.type,
    );
    if (collectors.length === 0) return;
    const look = {
      attribute: (resource: Resource, name: string) => resource.given[name],
      tags: (resource: Resource) => this.#tags.of(resource),
    };
    let attributes = container.given;
    const changed: Record<string, unknown> = {};
    for (const collector of collectors) {
      const { query, overrides, position } = collector;
      if (overrides === undefined || !matchesQuery(query, container, look)) continue;
      state.appliedCollectors.add(collector);
      attributes = applyOverride(attributes, overrides);
      for (const name of Object.keys({ ...overrides.set, ...overrides.add })) {
        changed[name] = attributes[name];
        if (position.location !== undefined) state.locationsElsewhere.set(name, position.location);
      }
    }
    if (state.appliedCollectors.size > 0 && definition !== undefined) {
      const parameters = resolveChangedParameters(state, definition, changed, compilation);
      state.parameters = { ...state.parameters, ...parameters };
    }
  }
}

/** Prevents TypeScript from assuming that the phase is still the one before a call that may have changed it. */
function isWaiting({ phase }: ContainerState): boolean {
  return phase === 'waiting';
}

/** A resource that includes the class later would receive a class that declares nothing. */
function diagnoseVirtualClass(container: Resource): Diagnostic {
  return problem('class.virtual', `${container} cannot be virtual: only resources can`, {
    location: container.locationOf('virtual'),
    hint: 'include it where it is needed',
  });
}

function diagnoseRelease(container: Resource, definition: ContainerDefinition, release: Release): Diagnostic {
  const span = definition.until ? `ended with ${definition.until}` : `begins with ${definition.since}`;
  const message = `${container} ${span}, and this node is ${release}`;
  const { location } = container;
  return definition.replacedBy === undefined
    ? problem('class.release', message, { location, hint: 'leave it out, or set openstack_release' })
    : warning('class.release', `${message}: it is left out`, { location, hint: definition.replacedBy });
}
