import type { DataSource } from '../data/data-source.js';
import type { Facts } from '../data/facts.js';
import { isRelease, platformRelease, type Release } from '../data/releases.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { raise } from '../errors/glance-apply-error.js';
import type { Chain } from './chain.js';
import type { Collector } from './collector.js';
import type { ContainerState } from './container-state.js';
import type { Position } from './position.js';
import { type Reference, referenceKey } from './reference.js';
import type { RemoteRelation } from './remote-relation.js';
import type { Resource } from './resource.js';
import { Seal } from './seal.js';

/** Values by key: a hierarchy of files, a function, or a hash. */
export type Data = DataSource | ((key: string) => unknown) | Readonly<Record<string, unknown>>;

/** The input of a compilation besides the manifest. */
export interface CompileOptions {
  /** The facts of the host. @default none */
  readonly facts?: Facts;
  /** The OpenStack release. @default the parameter `openstack_release`, else the release of the platform */
  readonly release?: string;
  /** Values for class parameters under `class::parameter`, and for lookups. @default none */
  readonly data?: Data;
  /** Values for the host as a whole, as an external node classifier returns them. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * Everything that has been declared so far, and all diagnostics about it. Each call of `compile` has its own; there is
 * no other state.
 */
export class Compilation {
  readonly facts: Facts;
  readonly release: Release;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where class parameters and lookups of the manifest find values. */
  readonly data: DataSource;
  readonly resources: Resource[] = [];
  readonly chains: Chain[] = [];
  readonly collectors: Collector[] = [];
  readonly realizations: { readonly reference: Reference; readonly position: Position }[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** The host that is compiled, if it is one of a fleet. */
  readonly hostName: string | undefined;
  /** Relations with other hosts of the fleet. */
  readonly remoteRelations: RemoteRelation[] = [];
  /** Resources that other hosts export and this one collects. */
  readonly collectedExports = new Set<Resource>();
  readonly seal = new Seal();
  readonly #index = new Map<string, Resource>();
  readonly #containers = new Map<Resource, ContainerState>();

  constructor(options: CompileOptions, hostName?: string) {
    this.hostName = hostName;
    this.facts = options.facts ?? {};
    this.parameters = options.parameters ?? {};
    this.data = toDataSource(options.data ?? {});
    this.release = chooseRelease(options.release ?? this.parameters.openstack_release, this.facts);
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  find(type: string, title: string): Resource | undefined {
    return this.#index.get(referenceKey(type, title));
  }

  has(type: string, title: string): boolean {
    return this.#index.has(referenceKey(type, title));
  }

  /** Adds a resource; a second one of the same type and title is an error that names both source locations. */
  add(resource: Resource): boolean {
    this.seal.refuseLate(() => `${resource} is declared`, resource);
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

  /** Whether a resource is exported by this host, or was collected from another one. */
  isExport(resource: Resource): boolean {
    return resource.isExported || this.collectedExports.has(resource);
  }

  /** Whether a resource was declared in this compilation, and not on another host of the fleet. */
  owns(resource: Resource): boolean {
    let outermost = resource;
    while (outermost.parent !== undefined) outermost = outermost.parent;
    return outermost === this.resources[0];
  }

  /** Records the state of a container, which `containerState` then returns. */
  track(state: ContainerState): void {
    this.#containers.set(state.container, state);
  }

  /** Returns the state of a container; undefined for native resources. */
  containerState(resource: Resource): ContainerState | undefined {
    return this.#containers.get(resource);
  }

  /**
   * Returns the containers of a resource: of a class, the classes that `contain` it; of any other, the resource that
   * declared it.
   */
  containersOf(resource: Resource): readonly Resource[] {
    if (resource.type === 'class') return [...(this.containerState(resource)?.containers ?? [])];
    return resource.parent === undefined || resource.type === 'stage' ? [] : [resource.parent];
  }
}

function chooseRelease(requested: unknown, facts: Facts): Release {
  if (requested === undefined) return platformRelease(facts);
  const name = String(requested).toLowerCase();
  if (isRelease(name)) return name;
  return raise('release.unknown', `'${name}' is not a known OpenStack release`, {
    hint: 'releases go by their names up to zed, and by year from 2023.1 on',
  });
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
    location: again.location,
    related: [
      {
        message: `the first declaration${first.parent && first.parent.title !== 'main' ? `, by ${first.parent},` : ''} is`,
        location: first.location,
      },
    ],
    hint: 'a resource has one owner: keep one of the two, or change the other through a collector',
  });
}
