import { Position } from '../catalog/position.js';
import type { QueryLike } from '../catalog/query.js';
import type { Reference } from '../catalog/reference.js';
import type { RemoteTarget } from '../catalog/remote-target.js';
import type { CollectedType, Scope } from '../catalog/scope.js';
import type { SourceLocation } from '../errors/source-location.js';
import type { FleetHost } from './fleet-host.js';

const brand = Symbol.for('glance-apply.fleet');

/** Declares what a host does, in the scope of that host. It is called once per host. */
export type PartBody = (node: Scope, host: FleetHost) => void | Promise<void>;

/** A native type, a defined type, as `ref` needs it. */
interface TitledReferable {
  ref(title: string): Reference;
}

/** A class, as `ref` needs it. */
interface ClassReferable {
  ref(): Reference;
}

/** What a fleet gives to hosts. Relations of other hosts name its resources. */
export interface FleetPart {
  /** The hosts that it is given to, in the order of the inventory. */
  readonly hosts: readonly FleetHost[];
  /** Refers to a class on these hosts, which may be declared in this part or another one. */
  ref(type: ClassReferable): RemoteTarget;
  /** Refers to a resource on these hosts, which may be declared in this part or another one. */
  ref(type: TitledReferable, title: string): RemoteTarget;
  /** Finds resources of a type on these hosts when compilation ends; without a query all of them. */
  collect(type: CollectedType, query?: QueryLike): RemoteTarget;
}

/** The hosts of an inventory, to which a fleet gives their parts. */
export interface FleetScope {
  /** All hosts by name, in the order of the inventory. */
  readonly hosts: ReadonlyMap<string, FleetHost>;
  /** Gives a part to a host. */
  host(name: string, part: PartBody): FleetPart;
  /** Gives a part to each host of a group; `all` contains every host. */
  group(name: string, part: PartBody): FleetPart;
  /**
   * Gives a part to one host of a group: the first one in the order of the inventory, in every run. It is not given to
   * another host if that one fails or is unreachable: what depends on it is skipped until it is back.
   */
  once(group: string, part: PartBody): FleetPart;
}

/** The default export of a manifest module of several hosts. */
export interface Fleet {
  readonly [brand]: true;
  readonly body: (site: FleetScope) => void | Promise<void>;
  /** Where it was created. */
  readonly location: SourceLocation | undefined;
}

/**
 * Creates a manifest of several hosts from a function that gives hosts and groups their parts. The parts are called when
 * it has ended, one after the other in the order in which it gives them, each for its hosts in the order of the
 * inventory.
 * @example
 * export default fleet((site) => {
 *   const database = site.host('db01', (node) => void new glance.db.Mysql(node, { password }));
 *   site.group('controllers', (node) => void new glance.Api(node, { require: database.ref(glance.db.Mysql) }));
 * });
 */
export function fleet(body: Fleet['body']): Fleet {
  const position = new Position(fleet);
  return {
    [brand]: true,
    body,
    get location() {
      return position.location;
    },
  };
}

/** Returns whether a value is a fleet, created by any copy of the library. */
export function isFleet(value: unknown): value is Fleet {
  return typeof value === 'object' && value !== null && brand in value;
}
