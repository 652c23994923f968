import { classType } from '../../../catalog/index.js';
import { KeystoneUwsgiConfig } from '../../../resources/index.js';
import { declareOptions, defaultWorkers, option } from '../../shared/index.js';
import { Deps } from '../deps.js';

const options = {
  processes: option('uwsgi/processes', 'Worker processes.', { default: defaultWorkers }),
  threads: option('uwsgi/threads', 'Threads of a worker process.', { default: 32 }),
  listen_queue_size: option('uwsgi/listen', 'Maximum number of connections waiting to be accepted.', {
    default: 100,
  }),
};

/** The uWSGI server that Debian runs Keystone in. */
export class Uwsgi extends classType('keystone::wsgi::uwsgi', options, {
  doc: 'The uWSGI server that Debian runs Keystone in: keystone-uwsgi.ini.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    if (this.facts.os?.name !== 'Debian') {
      this.warn('only Debian runs Keystone in uWSGI', 'remove keystone::wsgi::uwsgi on this platform');
    }
    declareOptions(this, KeystoneUwsgiConfig, options);
  }
}
