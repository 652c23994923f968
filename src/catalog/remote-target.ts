import { brandClass } from '../errors/brand-class.js';
import type { Collector } from './collector.js';
import type { Reference } from './reference.js';

/** What a relation names on one other host. */
export interface RemoteEnd {
  readonly host: string;
  readonly target: Reference | Collector;
}

/** What a relation names on other hosts: a resource, a class, or what a collector finds, on each of them. */
export class RemoteTarget {
  static {
    brandClass(RemoteTarget, 'remote-target');
  }

  constructor(
    readonly ends: readonly RemoteEnd[],
    /** The hosts in words: `db01`, `the hosts of controllers`. */
    readonly hosts: string,
  ) {}

  /** The form of messages: `Service[mysql] on db01`. */
  toString(): string {
    return `${this.ends[0]?.target ?? 'nothing'} on ${this.hosts}`;
  }
}
