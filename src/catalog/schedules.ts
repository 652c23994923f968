import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { Compilation } from './compilation.js';
import type { CompiledResource } from './compiled-resource.js';
import type { Resource } from './resource.js';

/** How often a resource may be applied. */
export type Period = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'never';

/** The schedules that exist without a declaration, by title. */
export const builtinSchedules: ReadonlyMap<string, { readonly period: Period; readonly repeat?: number }> =
  new Map<string, { readonly period: Period; readonly repeat?: number }>([
    ['puppet', { period: 'hourly', repeat: 2 }],
    ...(['hourly', 'daily', 'weekly', 'monthly', 'never'] as const).map(
      (period) => [period, { period }] as const,
    ),
  ]);

/** Reports schedules that a resource or its container names and that do not exist. */
export function reportUnknownSchedules(
  compiled: readonly CompiledResource[],
  sources: readonly Resource[],
  compilation: Compilation,
): void {
  const declared = compiled.filter(({ type }) => type === 'schedule').map(({ title }) => title);
  const known = new Set([...builtinSchedules.keys(), ...declared]);
  for (const { schedule, index, containers } of compiled) {
    if (schedule === undefined || known.has(schedule)) continue;
    // Reported once, where it was given.
    if (containers.some((container) => compiled[container]?.schedule === schedule)) continue;
    compilation.report(
      problem(
        'schedule.unknown',
        `${sources[index]} has the schedule '${schedule}', which nothing declares`,
        {
          location: sources[index]?.locationOf('schedule'),
          hint:
            didYouMean(schedule, known) ??
            `these are there by themselves: ${[...builtinSchedules.keys()].join(', ')}`,
        },
      ),
    );
  }
}
