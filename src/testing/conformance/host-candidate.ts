import type { Host } from '../../hosts/host.js';

/** A host that is tested for conformance. */
export interface HostCandidate {
  readonly host: Host;
  /** An empty directory on it. */
  readonly directory: string;
  /** Whom new files belong to. */
  readonly uid: number;
  readonly gid: number;
  /** Whether the host lets it give files to others. */
  readonly isRoot: boolean;
  /** Ends the connection as a broken network does, for hosts that have one. */
  readonly breakConnection?: () => void;
  /** Connects again, once the connection was broken. */
  readonly reconnect?: () => Promise<Host>;
  dispose(): Promise<void>;
}

/** What a host is able to do, for the choice of specs. */
export interface Capabilities {
  /** Whether it runs the programs of a Linux system. @default true */
  readonly programs?: boolean;
}
