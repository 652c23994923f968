import type { DefaultContext } from '../../../catalog/attribute.js';
import { defaultWorkers, type OptionValue, option } from '../../shared/index.js';

const apache = 'use keystone::wsgi::apache: Keystone runs in a web server';
const removedAfterStein = { until: 'stein', obsolete: apache } as const;

/** Newton: one per processor, and at least two. */
function defaultProcesses(context: DefaultContext): OptionValue {
  const count = defaultWorkers(context);
  return context.release === 'newton' ? Math.max(count, 2) : count;
}

/** Options of Keystone's built-in server, which a web server has replaced. */
export const eventletOptions = {
  public_bind_host: option('DEFAULT/public_bind_host', 'Listen address of the public API.', {
    ...removedAfterStein,
    default: '0.0.0.0',
  }),
  admin_bind_host: option('DEFAULT/admin_bind_host', 'Listen address of the admin API.', {
    ...removedAfterStein,
    default: '0.0.0.0',
  }),
  public_port: option('DEFAULT/public_port', 'Port of the public API.', {
    ...removedAfterStein,
    default: '5000',
  }),
  admin_port: option('DEFAULT/admin_port', 'Port of the admin API.', {
    ...removedAfterStein,
    default: '35357',
  }),
  admin_workers: option('eventlet_server/admin_workers', 'Worker processes of the admin API.', {
    ...removedAfterStein,
    default: defaultProcesses,
  }),
  public_workers: option('eventlet_server/public_workers', 'Worker processes of the public API.', {
    ...removedAfterStein,
    default: defaultProcesses,
  }),
  admin_endpoint: option('DEFAULT/admin_endpoint', "Keystone's admin URL in its responses.", {
    until: 'stein',
    obsolete: 'use keystone::bootstrap::admin_url',
  }),
  paste_config: option('paste_deploy/config_file', 'The paste configuration.', {
    until: 'rocky',
    obsolete: 'Keystone no longer reads a paste configuration',
  }),
} as const;
