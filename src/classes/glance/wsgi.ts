import { classType } from '../../catalog/index.js';
import { GlanceApiConfig } from '../../resources/index.js';
import { declareOptions, option } from '../shared/index.js';
import { Deps } from './deps.js';

const options = {
  task_pool_threads: option('wsgi/task_pool_threads', 'Threads of a worker process for tasks.'),
  python_interpreter: option('wsgi/python_interpreter', 'Python interpreter for subprocesses.'),
};

/** The API behind a WSGI server. */
export class Wsgi extends classType('glance::wsgi', options, {
  doc: 'The API behind a WSGI server: [wsgi] of glance-api.conf.',
  since: 'zed',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, GlanceApiConfig, options);
  }
}
