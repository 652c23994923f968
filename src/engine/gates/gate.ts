/** A resource on another host, as messages name it. */
export interface RemoteResource {
  /** `Service[mysql] on db01`. */
  readonly reference: string;
  /** Whether its `noop` keeps it from being changed. */
  readonly noop: boolean;
  /** Why it was not applied although it did not fail itself: its host is unreachable, its run was interrupted. */
  readonly reason?: string;
}

/** What a resource propagates to resources on other hosts: a `Propagation` without the indices of one catalog. */
export interface GateResult {
  /** `NO_EVENT`, or `CERTAIN_EVENT` and `POSSIBLE_EVENT` as bits. */
  readonly event: number;
  /** The resources that caused the event, with their hosts. */
  readonly causes: readonly string[];
  readonly disturber: RemoteResource | undefined;
  readonly awaited: RemoteResource | undefined;
  readonly failure: RemoteResource | undefined;
  /** Whether anything on its host, or on a host that this one has waited for, was changed in this run. */
  readonly changed: boolean;
}

/** A predecessor on another host. */
export interface IncomingGate {
  /** The resource that waits, by its index in the catalog. */
  readonly target: number;
  readonly refresh: boolean;
  /** Resolves when the predecessor has ended, or never will. Is never rejected. */
  readonly opened: Promise<GateResult>;
}

/** Refreshes that were recorded before the change that causes them. The run of their host lasts until one is called. */
export interface RemoteNote {
  /** Removes them, because nothing was changed. */
  withdraw(): Promise<void>;
  /** Leaves them recorded until they have been made, because something was changed, or may have been. */
  keep(): void;
}

/** A successor on another host. */
export interface OutgoingGate {
  /** The resource that it waits for, by its index in the catalog. */
  readonly source: number;
  readonly refresh: boolean;
  /** Records the refreshes behind the gate on a disk, before the change that causes them. */
  note(causes: readonly string[]): Promise<RemoteNote>;
  open(result: GateResult): void;
}

/** An order of two resources of one catalog that follows from relations with resources on other hosts. */
export interface OrderElsewhere {
  /** Indices in the catalog. */
  readonly before: number;
  readonly after: number;
}

/** The relations between the resources of one host and those of others. */
export interface Gates {
  readonly incoming: readonly IncomingGate[];
  readonly outgoing: readonly OutgoingGate[];
  readonly orders: readonly OrderElsewhere[];
  /** Waits while the host has nothing to do until a gate opens. */
  idle(until: Promise<void>): Promise<void>;
  /** Waits until no other host records anything on this one. From then on, none can. */
  settle(): Promise<void>;
}
