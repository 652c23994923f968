import type { Paint } from './paint.js';

/** How lines are formatted for one stream. */
export interface Style {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** Locations are shown relative to it. */
  readonly directory: string;
}
