import { definedType } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import { Exec, GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { declareOptions, joinAny, option } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { Params } from '../../params.js';
import { storeParameters } from '../store.js';

const options = {
  https_ca_certificates_file: option(
    'https_ca_certificates_file',
    "Certificate authority of the server's certificate.",
  ),
  https_insecure: option('https_insecure', "Whether the server's certificate is not verified."),
  http_proxy_information: option(
    'http_proxy_information',
    'Proxies for requests to the server, each as scheme:host:port.',
    {
      write: (value) => joinAny(value),
    },
  ),
  weight: storeParameters.weight,
} as const;

/** A store that reads images from web servers. */
export class Http extends definedType('glance::backend::multistore::http', options, {
  doc: "A store that reads images from web servers; at most one. Its title is the store's name in enabled_backends.",
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    // Puppet's marker that allows only one such store; its catalogs contain it.
    const marker = 'dummy-glance-multistore-http';
    if (this.has(Exec.ref(marker))) {
      this.fail('Glance supports only one store of this type, and another is declared', 'remove one of them');
    }
    new Exec(this, marker, { command: '/bin/true' });
    declareOptions(this, GlanceApiConfig, options, { section: this.title });
    if (isReleaseBetween(this.release, '2023.2', undefined)) {
      declareOptions(this, GlanceCacheConfig, options, { section: this.title });
    }
  }
}
