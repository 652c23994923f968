import type { CatalogResource } from '../catalog/catalog.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import { revealAll } from '../secrets/secret.js';
import { unknownProperty } from './compare.js';
import type { Group } from './group.js';
import { type State, Unreadable } from './provider.js';
import type { ProviderCalls } from './provider-calls.js';
import type { ProviderSessions } from './provider-sessions.js';
import type { RunContext } from './run-context.js';

/** The result of reading a resource: its state, why the state cannot be read, or an error. */
export type Observation = State | Unreadable | Error | undefined;

/** Observations by the index of the resource in the catalog. */
export type Observations = ReadonlyMap<number, Observation>;

/**
 * Reads the state of resources. At the start of the run, everything that may be prefetched is read, with one call per
 * provider. The result is valid until something on the host is changed.
 */
export class StateReader {
  readonly #prefetched = new Map<Group, { promise: Promise<Observations>; result?: Observations }>();

  constructor(
    private readonly context: RunContext,
    private readonly sessions: ProviderSessions,
    private readonly calls: ProviderCalls,
  ) {}

  /** Starts to read everything that may be prefetched. */
  prefetch(groups: Iterable<Group>): void {
    for (const group of groups) {
      if (group.provider === undefined || group.provider.prefetchable === false) continue;
      const entry: { promise: Promise<Observations>; result?: Observations } = {
        promise: this.#read(group, [...group.subjects.keys()], true),
      };
      this.#prefetched.set(group, entry);
      entry.promise.then(
        (result) => {
          entry.result = result;
        },
        () => {},
      );
    }
  }

  /** Returns the prefetched observations of a group, if they are complete and still valid. */
  prefetched(group: Group): Observations | undefined {
    return this.context.changes.count === 0 ? this.#prefetched.get(group)?.result : undefined;
  }

  /** Reads resources of one group, or waits until they are prefetched. */
  async read(group: Group, indices: readonly number[]): Promise<Observations> {
    const prefetched = this.#prefetched.get(group);
    if (prefetched !== undefined && this.context.changes.count === 0) {
      const result = await prefetched.promise;
      // Another step may have changed the host in the meantime.
      if (this.context.changes.count === 0) return result;
    }
    return this.#read(group, indices);
  }

  async #read(group: Group, indices: readonly number[], prefetching = false): Promise<Observations> {
    const { provider } = group;
    if (provider === undefined) return new Map(indices.map((index) => [index, new Error(group.reason)]));
    const subjects = indices.map((index) => ensureDefined(group.subjects.get(index)));
    const references = subjects.map(({ reference }) => reference);
    try {
      const states = await this.calls.reportIfSlow('read', references, (progress) =>
        provider.read(this.sessions.open(progress, { prefetching }), subjects),
      );
      return new Map(
        indices.map((index, at) => [
          index,
          this.#check(index, states.get(ensureDefined(subjects[at]).title)),
        ]),
      );
    } catch (error) {
      if (indices.length === 1) {
        const observed = isPermissionDenied(error) ? Unreadable.because(error) : toError(error);
        return new Map([[ensureDefined(indices[0]), observed]]);
      }
      // One bad resource must not fail the others: each is read alone.
      const alone = await Promise.all(indices.map((index) => this.#read(group, [index], prefetching)));
      return new Map(alone.flatMap((observations) => [...observations]));
    }
  }

  #check(index: number, state: State | Unreadable | undefined): Observation {
    const resource = this.context.catalog.resources[index];
    if (state === undefined || resource === undefined) return state;
    if (state instanceof Unreadable) {
      const found = state.found === undefined ? undefined : this.#check(index, state.found);
      if (found === undefined || found instanceof Error) return found ?? state;
      // What is neither undefined nor an error here is a state.
      const known = found as State;
      return state.isUncertain
        ? Unreadable.uncertain(state.reason, known)
        : Unreadable.blocked(state.reason, known);
    }
    const unknown = unknownProperty(resource, state);
    return unknown === undefined
      ? this.#reveal(resource, state)
      : new Error(
          `the provider of ${resource.type} returned '${unknown}', which is not an attribute of the type`,
        );
  }

  /** Reveals a state for the comparison. The observed value of a secret attribute is a secret, likely the previous one. */
  #reveal({ secrets }: CatalogResource, state: State): State {
    for (const name of secrets) this.context.redactor.add(state[name]);
    return revealAll(state) as State;
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}
