import type { RunEvent } from '../engine/events.js';
import type { FleetEvent } from '../fleet/fleet-report.js';
import { printableJson } from './escape-control-characters.js';

/** Formats an event of a run as one line of JSON. */
export function jsonLine(event: RunEvent | FleetEvent): string {
  return `${printableJson(event)}\n`;
}
