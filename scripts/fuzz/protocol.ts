/** What a worker is told: a target, and which of its inputs to try. */
export interface Task {
  readonly target: string;
  readonly seed: number;
  /** How many inputs. */
  readonly count: number;
  /** Tries this input alone. */
  readonly input?: Uint8Array | undefined;
}

/** What was found wrong with one input. */
export interface Fault {
  readonly index: number;
  readonly what: string;
}

/** What became of a task. */
export interface Outcome {
  readonly faults: readonly Fault[];
  readonly tried: number;
}
