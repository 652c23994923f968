import { raise } from '../../../errors/glance-apply-error.js';

/** Refuses jump hosts that lead back to themselves, as OpenSSH does. */
export function refuseLoop(trail: readonly string[]): never {
  return raise('ssh.jump-loop', `the jump hosts lead back to themselves: ${trail.join(' → ')}`, {
    hint: 'set ProxyJump none for the first jump host, above the block that sets ProxyJump for all',
  });
}
