import type { ResourceReport } from '../engine/report.js';
import type { Paint } from './paint.js';

/** What a run did to a resource, or a plan would do. */
export type ResourceAction =
  | 'create'
  | 'change'
  | 'remove'
  | 'refresh'
  | 'run'
  | 'may'
  | 'failed'
  | 'skipped'
  | 'noop';

/** A sign and a colour for an action, and words with the same meaning. */
interface ActionWords {
  readonly glyph: string;
  readonly colour: keyof Paint;
  readonly future: string;
  readonly past: string;
}

export const actionWords: Readonly<Record<ResourceAction, ActionWords>> = {
  create: { glyph: '+', colour: 'good', future: 'create', past: 'created' },
  change: { glyph: '~', colour: 'warn', future: 'change', past: 'changed' },
  remove: { glyph: '-', colour: 'bad', future: 'remove', past: 'removed' },
  refresh: { glyph: '↻', colour: 'info', future: 'refresh', past: 'refreshed' },
  run: { glyph: '~', colour: 'warn', future: 'run', past: 'ran' },
  may: { glyph: '?', colour: 'warn', future: 'may change', past: 'may change' },
  failed: { glyph: '✗', colour: 'bad', future: 'failed', past: 'failed' },
  skipped: { glyph: '»', colour: 'faint', future: 'skip', past: 'skipped' },
  noop: { glyph: '=', colour: 'faint', future: 'noop', past: 'noop' },
};

/** Returns the action in the report of a resource that is not unchanged. */
export function actionOf(report: ResourceReport): ResourceAction {
  if (report.outcome === 'failed' || report.outcome === 'skipped' || report.outcome === 'may')
    return report.outcome;
  if (report.noop) return 'noop';
  if (report.type === 'exec') return 'run';
  if (report.changes.length === 0) return 'refresh';
  const ensure = report.changes.find(({ property }) => property === 'ensure');
  if (ensure === undefined) return 'change';
  if (isAbsent(ensure.to)) return 'remove';
  return isAbsent(ensure.from) ? 'create' : 'change';
}

/** Returns the verb for an action, in the past tense unless planned. The refresh of a service is a restart. */
export function actionVerb(
  action: ResourceAction,
  report: Pick<ResourceReport, 'type'>,
  planned: boolean,
): string {
  if (action === 'refresh' && report.type === 'service') return planned ? 'restart' : 'restarted';
  return planned ? actionWords[action].future : actionWords[action].past;
}

function isAbsent(state: unknown): boolean {
  return state === undefined || state === 'absent' || state === 'purged';
}
