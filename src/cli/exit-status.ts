import type { Report } from '../engine/report.js';

/** The exit statuses of the command. */
export const exitStatus = {
  /** Everything is in sync or was brought in sync; a plan or a check was completed. */
  ok: 0,
  /** It could not run: usage, compilation, a cycle, a lock. */
  unable: 1,
  /** With `--detailed-exitcodes`: something changed, or would change. */
  changed: 2,
  /** Something failed, or was skipped because of a failure. */
  failed: 4,
  /** With `--detailed-exitcodes`: something changed and something failed. */
  changedAndFailed: 6,
} as const;

/**
 * Returns the exit status for the report of a run.
 * @param faulty Whether an error occurred that the report does not contain.
 */
export function toExitStatus(report: Report, detailed: boolean, faulty = false): number {
  const { summary, interrupted, resources, faults } = report;
  const failed = faulty || summary.failed > 0 || summary.skipped > 0 || interrupted || faults.length > 0;
  const pending = resources.some(({ outcome, noop }) => (outcome === 'will' || outcome === 'may') && !noop);
  const changed = detailed && (summary.changed > 0 || pending);
  if (failed) return changed ? exitStatus.changedAndFailed : exitStatus.failed;
  return changed ? exitStatus.changed : exitStatus.ok;
}
