import { classType } from '../../../catalog/index.js';
import { GlanceApiUwsgiConfig } from '../../../resources/index.js';
import { declareOptions, defaultWorkers, option } from '../../shared/index.js';
import { Deps } from '../deps.js';

const options = {
  processes: option('uwsgi/processes', 'Worker processes.', { default: defaultWorkers }),
  threads: option('uwsgi/threads', 'Threads of a worker process.', { default: 32 }),
  listen_queue_size: option('uwsgi/listen', 'Maximum number of connections waiting to be accepted.', {
    default: 100,
  }),
};

/** The uWSGI server that Debian runs the API in. */
export class Uwsgi extends classType('glance::wsgi::uwsgi', options, {
  doc: 'The uWSGI server that Debian runs the API in: glance-api-uwsgi.ini.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    if (this.facts.os?.name !== 'Debian') {
      this.warn('only Debian runs the API in uWSGI', 'remove glance::wsgi::uwsgi on this platform');
    }
    declareOptions(this, GlanceApiUwsgiConfig, options);
  }
}
