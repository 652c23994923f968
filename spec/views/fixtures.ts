import type { RunEventBody } from '../../src/engine/events.js';
import type { Mode, Outcome, Report, ResourceReport } from '../../src/engine/report.js';

/** A resource's report, unchanged unless it is said otherwise. */
export function resource(reference: string, rest: Partial<ResourceReport> = {}): ResourceReport {
  const [, type = '', title = ''] = /^(.+?)\[(.*)\]$/s.exec(reference) ?? [];
  return {
    reference,
    type: type.toLowerCase(),
    title,
    location: { file: '/srv/site/site.ts', line: 12, column: 3 },
    outcome: 'changed',
    loglevel: 'notice',
    changes: [],
    refresh: 'no',
    refreshedBy: [],
    corrective: false,
    reason: undefined,
    cause: undefined,
    code: undefined,
    noop: false,
    duration: 0,
    ...rest,
  };
}

/** The events of a run over these resources, and over so many that were unchanged. */
export function run(
  resources: readonly ResourceReport[],
  mode: Mode = 'apply',
  unchanged = 0,
): RunEventBody[] {
  const count = (outcome: Outcome) => resources.filter((one) => one.outcome === outcome).length;
  const report: Report = {
    formatVersion: 1,
    runId: '00000000-0000-4000-8000-000000000000',
    host: 'localhost',
    mode,
    started: '2026-01-01T00:00:00.000Z',
    duration: 4210,
    interrupted: false,
    interruption: undefined,
    remarks: [],
    faults: [],
    summary: {
      unchanged,
      changed: count('changed'),
      will: count('will'),
      may: count('may'),
      failed: count('failed'),
      skipped: count('skipped'),
      total: resources.length + unchanged,
      refreshed: resources.filter(({ refresh }) => refresh === 'done' || refresh === 'will').length,
    },
    resources,
  };
  return [
    {
      type: 'run-started',
      mode,
      resources: report.summary.total,
      pendingRefreshes: [],
      pendingElsewhere: [],
    },
    ...resources.map(
      (one, index) => ({ type: 'resource-finished', resource: one, finished: index + 1 }) as const,
    ),
    { type: 'run-finished', report },
  ];
}
