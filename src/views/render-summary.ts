import type { Report, ResourceReport } from '../engine/report.js';
import { formatDuration } from './format-duration.js';
import type { Paint } from './paint.js';
import { actionOf, type ResourceAction } from './resource-action.js';

/** Renders the tally of a run in one line: what was done, what failed, what is left, and the duration. */
export function renderSummary(report: Report, paint: Paint): string {
  const { mode, duration, interrupted } = report;
  const lead = interrupted ? `${paint.bad('interrupted:')} ` : mode === 'plan' ? 'plan: ' : '';
  return `${lead}${renderTally(report, paint)} in ${formatDuration(duration)}`;
}

/** Renders what was done, what failed, and what is left. */
export function renderTally({ mode, summary, resources }: Report, paint: Paint): string {
  const planned = mode === 'plan';
  const counts = countActions(resources);
  const count = (action: ResourceAction) => counts.get(action) ?? 0;
  const services = resources.filter(({ type, refresh }) => type === 'service' && isRefreshed(refresh)).length;
  const refreshes = resources.filter(({ type, refresh }) => type !== 'exec' && isRefreshed(refresh)).length;

  const parts = [
    part(count('create'), planned ? 'to create' : 'created', paint.good),
    part(count('change'), planned ? 'to change' : 'changed', paint.warn),
    part(count('remove'), planned ? 'to remove' : 'removed', paint.bad),
    part(count('run'), planned ? 'to run' : 'ran', paint.warn),
    part(services, planned ? 'to restart' : 'restarted', paint.info),
    part(refreshes - services, planned ? 'to refresh' : 'refreshed', paint.info),
    part(count('noop'), 'left alone (noop)', paint.faint),
    part(count('may'), 'may change', paint.warn),
    part(count('failed'), 'failed', paint.bad),
    part(count('skipped'), 'skipped', paint.warn),
    part(summary.unchanged, 'unchanged', (text) => text),
  ].filter((text) => text !== '');
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}

function isRefreshed(refresh: ResourceReport['refresh']): boolean {
  return refresh === 'done' || refresh === 'will';
}

function countActions(resources: readonly ResourceReport[]): Map<ResourceAction, number> {
  const counts = new Map<ResourceAction, number>();
  for (const resource of resources) {
    const action = actionOf(resource);
    counts.set(action, (counts.get(action) ?? 0) + 1);
  }
  return counts;
}

function part(count: number, what: string, paint: (text: string) => string): string {
  return count === 0 ? '' : paint(`${count} ${what}`);
}
