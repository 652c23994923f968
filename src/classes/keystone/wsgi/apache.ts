import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor, Package, Service } from '../../../resources/index.js';
import * as openstacklib from '../../openstacklib/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { apacheParameters } from './apache-parameters.js';
import { declareScripts } from './scripts.js';

/** Keystone in Apache, instead of its own service. */
export class Apache extends classType('keystone::wsgi::apache', apacheParameters, {
  doc: 'Keystone in Apache, with mod_wsgi.',
}) {
  override declare(): void {
    this.include(Deps);
    const { user, group, wsgiScriptPath } = this.include(Params);
    if (isReleaseBetween(this.release, undefined, 'xena')) this.#orderApache();
    // Puppet's module for Apache is declared if the manifest uses it.
    const apache = this.collect({ definition: { name: 'class' } }, { title: 'apache' });
    if (isReleaseBetween(this.release, 'yoga', undefined))
      this.chain(Anchor.ref('keystone::install::end')).before(apache);
    if (isReleaseBetween(this.release, undefined, 'rocky')) {
      declareScripts(this, wsgiScriptPath);
      return;
    }
    const { port, api_port, ...vhostParameters } = this.parameters;
    new openstacklib.wsgi.Apache(this, 'keystone_wsgi', {
      ...vhostParameters,
      bind_port: api_port ?? port,
      user,
      group,
      wsgi_daemon_process: 'keystone',
      wsgi_process_group: 'keystone',
      wsgi_script_dir: wsgiScriptPath,
      wsgi_script_file: 'keystone',
    });
  }

  /** Apache is installed and started with Keystone, and again when Keystone's configuration changes. */
  #orderApache(): void {
    const at = (name: string) => Anchor.ref(`keystone::${name}`);
    const service = this.collect(Service, { title: 'httpd' });
    this.chain(at('install::begin'))
      .before(this.collect(Package, { title: 'httpd' }))
      .before(at('install::end'));
    this.chain(at('service::begin')).before(service).before(at('service::end'));
    this.chain(at('config::end')).notify(service);
  }
}
