import { anything, definedType, parameter } from '../../../catalog/index.js';
import { warnOfUnmanagedVirtualHost } from './service-provider.js';

/** `keystone::federation::openidc_httpd_configuration`: the lines of mod_auth_openidc in one virtual host. */
export class OpenidcHttpdConfiguration extends definedType(
  'keystone::federation::openidc_httpd_configuration',
  {
    port: parameter(anything, 'The port of the virtual host.'),
    keystone_endpoint: parameter(anything, "Keystone's URL for users, without a version."),
  },
  {
    doc: 'The lines of mod_auth_openidc in one virtual host of Keystone; the virtual host itself is not managed.',
    until: 'rocky',
    replacedBy: 'use keystone::federation::openidc since stein',
  },
) {
  override declare(): void {
    warnOfUnmanagedVirtualHost(this, 'mod_auth_openidc');
  }
}
