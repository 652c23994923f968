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
  dispose(): Promise<void>;
}
