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

/** The result of reading a resource: its state, why it cannot be read yet, or an error. */
export type Observation = State | Unreadable | Error | undefined;

/** Observations by the resources' index in the catalog. */
export type Observations = ReadonlyMap<number, Observation>;

/**
 * Reads the state of resources. At the start, everything that may be prefetched is read, with one call per provider.
 * The result is valid as long as nothing on the host has changed.
 */
export class StateReader {
  readonly #ahead = new Map<Group, { promise: Promise<Observations>; settled?: Observations }>();

  constructor(
    private readonly context: RunContext,
    private readonly sessions: ProviderSessions,
    private readonly calls: ProviderCalls,
  ) {}

  /** Starts to read everything that may be prefetched. */
  prefetch(groups: Iterable<Group>): void {
    for (const group of groups) {
      if (group.provider === undefined || group.provider.readsAhead === false) continue;
      const entry: { promise: Promise<Observations>; settled?: Observations } = {
        promise: this.#read(group, [...group.subjects.keys()], true),
      };
      this.#ahead.set(group, entry);
      entry.promise.then(
        (settled) => {
          entry.settled = settled;
        },
        () => {},
      );
    }
  }

  /** What was prefetched, if it is complete and still valid. */
  prefetched(group: Group): Observations | undefined {
    return this.context.changes.count === 0 ? this.#ahead.get(group)?.settled : undefined;
  }

  /** Reads resources of one provider, or waits until they are prefetched. */
  async read(group: Group, indices: readonly number[]): Promise<Observations> {
    const ahead = this.#ahead.get(group);
    if (ahead !== undefined && this.context.changes.count === 0) {
      const settled = await ahead.promise;
      // Something else may have changed the host while this was waiting.
      if (this.context.changes.count === 0) return settled;
    }
    return this.#read(group, indices);
  }

  async #read(group: Group, indices: readonly number[], ahead = false): Promise<Observations> {
    const { provider } = group;
    if (provider === undefined) return new Map(indices.map((index) => [index, new Error(group.trouble)]));
    const subjects = indices.map((index) => ensureDefined(group.subjects.get(index)));
    const references = subjects.map(({ reference }) => reference);
    try {
      const states = await this.calls.reportIfSlow('read', references, (progress) =>
        provider.read(this.sessions.open(progress, { ahead }), subjects),
      );
      return new Map(
        indices.map((index, at) => [
          index,
          this.#checked(index, states.get(ensureDefined(subjects[at]).title)),
        ]),
      );
    } catch (error) {
      if (indices.length === 1) {
        const observed = isPermissionDenied(error) ? Unreadable.because(error) : toError(error);
        return new Map([[ensureDefined(indices[0]), observed]]);
      }
      // One bad name must not fail the others: each is read alone.
      const alone = await Promise.all(indices.map((index) => this.#read(group, [index], ahead)));
      return new Map(alone.flatMap((observations) => [...observations]));
    }
  }

  #checked(index: number, state: State | Unreadable | undefined): Observation {
    const resource = this.context.catalog.resources[index];
    if (state === undefined || resource === undefined) return state;
    if (state instanceof Unreadable) {
      const found = state.found === undefined ? undefined : this.#checked(index, state.found);
      if (found === undefined || found instanceof Error) return found ?? state;
      // A checked state is one: what else it could be was dealt with above.
      const known = found as State;
      return state.isUncertain
        ? Unreadable.uncertain(state.reason, known)
        : Unreadable.unmakeable(state.reason, known);
    }
    const unknown = unknownProperty(resource, state);
    return unknown === undefined
      ? this.#learn(resource, state)
      : new Error(
          `the provider of ${resource.type} answered with '${unknown}', which is no attribute of the type`,
        );
  }

  /** A state in clear, to be compared. What stands on the host in a secret's place is a secret too, likely the one before. */
  #learn({ secrets }: CatalogResource, state: State): State {
    for (const name of secrets) this.context.redactor.add(state[name]);
    return revealAll(state) as State;
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}
