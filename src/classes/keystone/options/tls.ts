import { anything, boolean, parameter, type Scope } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { declareSettings, perRelease, serviceDefault } from '../../shared/index.js';

const removedAfterZed = {
  until: 'zed',
  deprecated: { since: 'zed', hint: 'it has no effect: configure TLS in the web server' },
  obsolete: 'configure TLS in the web server: keystone::wsgi::apache',
} as const;

const fileParameter = (doc: string, path: string) =>
  parameter(anything, doc, { ...removedAfterZed, default: perRelease({ newton: path, zed: undefined }) });

/** TLS parameters of Keystone's built-in server. */
export const tlsParameters = {
  enable_ssl: parameter(boolean, "Whether Keystone's own server uses TLS.", {
    ...removedAfterZed,
    default: perRelease({ newton: false, zed: undefined }),
  }),
  ssl_certfile: fileParameter('Certificate.', '/etc/keystone/ssl/certs/keystone.pem'),
  ssl_keyfile: fileParameter('Private key of the certificate.', '/etc/keystone/ssl/private/keystonekey.pem'),
  ssl_ca_certs: fileParameter("The certificate's authorities.", '/etc/keystone/ssl/certs/ca.pem'),
  ssl_ca_key: fileParameter("The authority's private key.", '/etc/keystone/ssl/private/cakey.pem'),
  ssl_cert_subject: fileParameter(
    "The certificate's subject.",
    '/C=US/ST=Unset/L=Unset/O=Unset/CN=localhost',
  ),
} as const;

const files = ['certfile', 'keyfile', 'ca_certs', 'ca_key', 'cert_subject'] as const;

/** Declares the section `ssl`: Zed removes what older releases wrote, later ones do not manage it. */
export function declareTls(scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> }): void {
  const section = (enable: unknown, value: (name: string) => unknown) =>
    declareSettings(scope, KeystoneConfig, {
      'ssl/enable': enable,
      ...Object.fromEntries(files.map((name) => [`ssl/${name}`, value(name)])),
    });
  const absent = { ensure: 'absent' };
  if (scope.release === 'zed') section(absent, () => absent);
  else if (!isReleaseBetween(scope.release, undefined, 'yoga')) return;
  else if (scope.parameters.enable_ssl === true) section(true, (name) => scope.parameters[`ssl_${name}`]);
  else if (scope.release === 'yoga') section(false, () => serviceDefault);
  else declareSettings(scope, KeystoneConfig, { 'ssl/enable': false });
}
