import { classType, integer, parameter } from '../../catalog/index.js';
import { Exec } from '../../resources/index.js';

/** `apt::update`: updates the package index after a change of a repository. */
export class Update extends classType(
  'apt::update',
  {
    timeout: parameter(integer({ min: 0 }), 'Timeout in seconds.', { default: 300 }),
    tries: parameter(integer({ min: 1 }), 'Maximum number of attempts.', { default: 3 }),
  },
  { doc: 'Updates the package index after a change of a repository.' },
) {
  override declare(): void {
    const { timeout, tries } = this.parameters;
    new Exec(this, 'apt_update', {
      command: ['apt-get', '-q', 'update'],
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin'],
      refreshonly: true,
      timeout,
      tries,
      try_sleep: 1,
      logoutput: 'on_failure',
    });
  }
}
