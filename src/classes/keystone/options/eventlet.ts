import type { DefaultContext } from '../../../catalog/attribute.js';
import { type OptionValue, option, workers } from '../../tables/index.js';

const apache = 'the web server that Keystone runs below says it: keystone::wsgi::apache';
const removedAfterStein = { until: 'stein', obsolete: apache } as const;

/** Newton: one a processor, two at least. */
function defaultProcesses(context: DefaultContext): OptionValue {
  const count = workers(context);
  return context.release === 'newton' ? Math.max(count, 2) : count;
}

/** Options of the server that Keystone was itself, until a web server took its place. */
export const eventletOptions = {
  public_bind_host: option('DEFAULT/public_bind_host', 'Address that everyone finds Keystone at.', {
    ...removedAfterStein,
    default: '0.0.0.0' as OptionValue,
  }),
  admin_bind_host: option('DEFAULT/admin_bind_host', 'Address that administrators find Keystone at.', {
    ...removedAfterStein,
    default: '0.0.0.0' as OptionValue,
  }),
  public_port: option('DEFAULT/public_port', 'Port for everyone.', {
    ...removedAfterStein,
    default: '5000' as OptionValue,
  }),
  admin_port: option('DEFAULT/admin_port', 'Port for administrators.', {
    ...removedAfterStein,
    default: '35357' as OptionValue,
  }),
  admin_workers: option('eventlet_server/admin_workers', 'Processes behind the port for administrators.', {
    ...removedAfterStein,
    default: defaultProcesses,
  }),
  public_workers: option('eventlet_server/public_workers', 'Processes behind the port for everyone.', {
    ...removedAfterStein,
    default: defaultProcesses,
  }),
  admin_endpoint: option(
    'DEFAULT/admin_endpoint',
    "Keystone's address for administrators, for its answers.",
    {
      until: 'stein',
      obsolete: 'keystone::bootstrap::admin_url says where administrators find Keystone',
    },
  ),
  paste_config: option('paste_deploy/config_file', 'The paste configuration.', {
    until: 'rocky',
    obsolete: 'Keystone reads no paste configuration any more',
  }),
} as const;
