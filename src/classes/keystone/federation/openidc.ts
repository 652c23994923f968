import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { ensurePackage } from '../../ensure-package.js';
import { declareSettings, isSet } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { OpenidcHttpdConfiguration } from './openidc-httpd-configuration.js';
import { openidcParameters } from './openidc-parameters.js';
import { declareServiceProvider } from './service-provider.js';

/** `keystone::federation::openidc`: users of an OpenID Connect provider, by mod_auth_openidc. */
export class Openidc extends classType('keystone::federation::openidc', openidcParameters, {
  doc: 'Users of an OpenID Connect provider, by mod_auth_openidc of Apache.',
}) {
  override declare(): void {
    this.include(Deps);
    const older = isReleaseBetween(this.release, undefined, 'rocky');
    const { remote_id_attribute, package_ensure } = this.parameters;
    this.#examine();
    ensurePackage(this, this.include(Params).openidcPackage, {
      ensure: package_ensure,
      tag: 'keystone-support-package',
    });
    declareServiceProvider(this, older ? 'openidc' : 'openid', 'mod_auth_openidc');
    if (older) this.#virtualHosts();
    if (remote_id_attribute !== undefined && remote_id_attribute !== '')
      declareSettings(this, KeystoneConfig, { 'openid/remote_id_attribute': remote_id_attribute });
  }

  /** Checks parameters that depend on each other. */
  #examine(): void {
    const { openidc_provider_metadata_url: url, openidc_metadata_dir: directory } = this.parameters;
    if (isSet(url) === isSet(directory)) {
      this.reportError(
        isReleaseBetween(this.release, '2024.2', undefined)
          ? 'either openidc_provider_metadata_url or openidc_metadata_dir describes the providers'
          : 'openidc_provider_metadata_url describes the provider, and is missing',
        'give the address of its openid-configuration',
        'openidc_provider_metadata_url',
      );
    }
    const { openidc_enable_oauth, openidc_verify_method } = this.parameters;
    if (openidc_enable_oauth !== true) return;
    const needed =
      openidc_verify_method === 'jwks' ? 'openidc_verify_jwks_uri' : 'openidc_introspection_endpoint';
    if (!isSet(this.parameters[needed]))
      this.reportError(
        `tokens of programs cannot be checked by ${String(openidc_verify_method)} without ${needed}`,
        `give ${needed}, or another openidc_verify_method`,
        'openidc_enable_oauth',
      );
  }

  #virtualHosts(): void {
    const { admin_port, main_port } = this.parameters;
    const keystone = this.parametersOf('keystone') ?? {};
    if (admin_port === true) {
      const { admin_port: port, admin_endpoint: keystone_endpoint } = keystone;
      new OpenidcHttpdConfiguration(this, 'admin', { port, keystone_endpoint });
    }
    if (main_port === true) {
      const { public_port: port, public_endpoint: keystone_endpoint } = keystone;
      new OpenidcHttpdConfiguration(this, 'main', { port, keystone_endpoint });
    }
  }
}
