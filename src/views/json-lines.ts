import type { RunEvent } from '../engine/events.js';

/** A run's event as one line of JSON. */
export function jsonLine(event: RunEvent): string {
  return `${JSON.stringify(event)}\n`;
}
