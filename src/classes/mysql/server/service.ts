import { boolean, classType, oneOf, parameter, string } from '../../../catalog/index.js';
import { Service as ServiceResource } from '../../../resources/index.js';

/** `mysql::server::service`: the server itself. */
export class Service extends classType(
  'mysql::server::service',
  {
    service_name: parameter(string, "The server's service.", { required: true }),
    service_enabled: parameter(boolean, 'Whether the service runs, now and after a reboot.', {
      default: true,
    }),
    service_provider: parameter(oneOf('systemd', 'init'), 'The service manager of the host.'),
  },
  { doc: 'The server itself.' },
) {
  override declare(): void {
    const { service_name, service_enabled, service_provider } = this.parameters;
    new ServiceResource(this, 'mysqld', {
      name: service_name,
      ensure: service_enabled === true ? 'running' : 'stopped',
      enable: service_enabled,
      provider: service_provider,
    });
  }
}
