import type { Mode } from '../engine/report.js';
import type { Io } from './io.js';
import type { RunOptions } from './options.js';

/** A manifest to plan or apply. */
export interface RunRequest {
  readonly path: string;
  readonly mode: Mode;
  readonly options: RunOptions;
  readonly io: Io;
}
