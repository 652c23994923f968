import type { Workspace } from './workspace.js';

/** What one run of something cost. */
export interface Sample {
  readonly milliseconds: number;
  /** The largest share of the memory that the process had, in MiB; where it was asked for. */
  readonly megabytes?: number;
}

/** One of two things that are compared. */
export interface Side {
  /** `glance-apply`, `puppet apply`, `node -e 0`. */
  readonly name: string;
  /** How many samples are taken; the median of them counts. */
  readonly runs: number;
  /**
   * Does the work once, and brings the host back to where it was before without counting that.
   * @throws where the work did not end as it should: what fails fast is not fast.
   */
  sample(): Promise<Sample>;
}

/** What must hold of the medians. */
export type Bound =
  /** Ours takes at most this many times what the reference takes. */
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** The reference takes at least this many times what ours takes. */
  | { readonly kind: 'faster'; readonly times: number }
  | { readonly kind: 'time'; readonly below: number }
  | { readonly kind: 'memory'; readonly below: number };

/** A line or several of the table: work, done by us and by what it is held against. */
export interface Measurement {
  readonly work: string;
  readonly ours: Side;
  /** A text says why there is nothing to compare with; undefined where the bounds are absolute. */
  readonly reference?: Side | string | undefined;
  readonly bounds: readonly Bound[];
}

/** Makes ready what is measured. */
export type Benchmark = (workspace: Workspace) => Promise<readonly Measurement[]>;
