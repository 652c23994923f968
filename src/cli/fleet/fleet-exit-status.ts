import type { FleetReport } from '../../fleet/fleet-report.js';
import { exitStatus, toExitStatus } from '../exit-status.js';

/**
 * Returns the exit status for the report of a fleet: that of all hosts together. A host that is not done is a failure.
 * @param faulty Whether an error occurred that the report does not contain.
 */
export function toFleetExitStatus(
  { hosts, interrupted }: FleetReport,
  detailed: boolean,
  faulty = false,
): number {
  const statuses = hosts.map(({ report }) => (report === undefined ? 0 : toExitStatus(report, detailed)));
  const isChanged = statuses.some((one) => one === exitStatus.changed || one === exitStatus.changedAndFailed);
  const isFailed = faulty || interrupted || hosts.some(({ outcome }) => outcome !== 'done');
  if (isFailed) return isChanged ? exitStatus.changedAndFailed : exitStatus.failed;
  return isChanged ? exitStatus.changed : exitStatus.ok;
}
