import type { Workspace } from './workspace.js';

/** The costs of one run. */
export interface Sample {
  readonly milliseconds: number;
  /** The peak memory of the process in MiB, if it was measured. */
  readonly megabytes?: number;
}

/** One of the two sides of a comparison. */
export interface Side {
  /** `glance-apply`, `puppet apply`, `node -e 0`. */
  readonly name: string;
  /** The number of samples; their median counts. */
  readonly runs: number;
  /**
   * Does the work once, and restores the state of the host, which is not measured.
   * @throws if the work fails: a fast failure must not count.
   */
  sample(): Promise<Sample>;
}

/** What must be true of the medians. */
export type Bound =
  /** The maximum ratio of our time to that of the reference. */
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** The minimum ratio of the reference's time to ours. */
  | { readonly kind: 'faster'; readonly times: number }
  | { readonly kind: 'time'; readonly below: number }
  | { readonly kind: 'memory'; readonly below: number };

/** One or several lines of the table: work that is done by us and by a reference. */
export interface Measurement {
  readonly work: string;
  readonly ours: Side;
  /** A string if there is no reference, which says why; undefined if the bounds are absolute. */
  readonly reference?: Side | string | undefined;
  readonly bounds: readonly Bound[];
}

/** Prepares what is measured. */
export type Benchmark = (workspace: Workspace) => Promise<readonly Measurement[]>;
