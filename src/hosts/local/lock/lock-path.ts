import { currentUid } from '../../trusted-owner.js';

/** The lock of runs that may change the machine as a whole. */
export const ROOT_LOCK = '/run/glance-apply.lock';

/**
 * Returns the path of the lock of this machine: one for all runs that may change it as a whole, and one for each other
 * user, who may only change what is their own. It does not depend on the options of a run, because two runs could have
 * different ones.
 */
export function lockPath(uid = currentUid()): string {
  return uid === 0 ? ROOT_LOCK : `/tmp/glance-apply-${uid}.lock`;
}
