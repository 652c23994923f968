import { currentUid } from '../../trusted-owner.js';

/** The lock of runs that may change the machine as a whole. */
export const ROOT_LOCK = '/run/glance-apply.lock';

/**
 * Where the lock of this machine is: one for all runs that may change it as a whole, and one for each other user, who
 * may change what is their own. It does not depend on what a run is told, or two runs could be told differently.
 */
export function lockPath(): string {
  const uid = currentUid();
  return uid === 0 ? ROOT_LOCK : `/tmp/glance-apply-${uid}.lock`;
}
