/** The task of a worker: a target, and which of its inputs to try. */
export interface Task {
  readonly target: string;
  readonly seed: number;
  /** The number of inputs. */
  readonly count: number;
  /** Only this input is tried. */
  readonly input?: Uint8Array | undefined;
}

/** What is wrong with one input. */
export interface Fault {
  readonly index: number;
  readonly what: string;
}

/** The result of a task. */
export interface Outcome {
  readonly faults: readonly Fault[];
  readonly tried: number;
}
