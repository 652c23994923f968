import { classType, integer, parameter } from '../../catalog/index.js';
import { Exec } from '../../resources/index.js';

/** `apt::update`: fetches the index of packages, whenever a repository has changed. */
export class Update extends classType(
  'apt::update',
  {
    timeout: parameter(integer({ min: 0 }), 'Seconds that it may take.', { default: 300 }),
    tries: parameter(integer({ min: 1 }), 'How often it is tried.', { default: 3 }),
  },
  { doc: 'Fetches the index of packages, whenever a repository has changed.' },
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
