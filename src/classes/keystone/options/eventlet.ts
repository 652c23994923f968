import type { DefaultContext } from '../../../catalog/attribute.js';
import { type OptionValue, option, workers } from '../../tables/index.js';

const apache = 'the web server that Keystone runs below says it: keystone::wsgi::apache';
const endedWithStein = { until: 'stein', obsolete: apache } as const;

/** Newton: one a processor, two at least. */
function processes(context: DefaultContext): OptionValue {
  const count = workers(context);
  return context.release === 'newton' ? Math.max(count, 2) : count;
}

/** Options of the server that Keystone was itself, until a web server took its place. */
export const eventletOptions = {
  public_bind_host: option('DEFAULT/public_bind_host', 'Address that everyone finds Keystone at.', {
    ...endedWithStein,
    default: '0.0.0.0' as OptionValue,
  }),
  admin_bind_host: option('DEFAULT/admin_bind_host', 'Address that administrators find Keystone at.', {
    ...endedWithStein,
    default: '0.0.0.0' as OptionValue,
  }),
  public_port: option('DEFAULT/public_port', 'Port for everyone.', {
    ...endedWithStein,
    default: '5000' as OptionValue,
  }),
  admin_port: option('DEFAULT/admin_port', 'Port for administrators.', {
    ...endedWithStein,
    default: '35357' as OptionValue,
  }),
  admin_workers: option('eventlet_server/admin_workers', 'Processes behind the port for administrators.', {
    ...endedWithStein,
    default: processes,
  }),
  public_workers: option('eventlet_server/public_workers', 'Processes behind the port for everyone.', {
    ...endedWithStein,
    default: processes,
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
