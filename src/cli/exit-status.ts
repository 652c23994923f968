import type { Report } from '../engine/report.js';

/** What the command ends with. */
export const exitStatus = {
  /** Everything is as wanted, or was made so; a plan or a check came to its end. */
  ok: 0,
  /** It could not run: usage, compilation, a cycle, a lock. */
  unable: 1,
  /** With `--detailed-exitcodes`: something changed, or is to. */
  changed: 2,
  /** Something failed, or was skipped because of that. */
  failed: 4,
  /** With `--detailed-exitcodes`: something changed and something failed. */
  changedAndFailed: 6,
} as const;

/** The status that a run ends with; `faulty` where something went wrong that is in no report. */
export function toExitStatus(report: Report, detailed: boolean, faulty = false): number {
  const { summary, interrupted, resources, faults } = report;
  const failed = faulty || summary.failed > 0 || summary.skipped > 0 || interrupted || faults.length > 0;
  const pending = resources.some(({ outcome, noop }) => (outcome === 'will' || outcome === 'may') && !noop);
  const changed = detailed && (summary.changed > 0 || pending);
  if (failed) return changed ? exitStatus.changedAndFailed : exitStatus.failed;
  return changed ? exitStatus.changed : exitStatus.ok;
}
