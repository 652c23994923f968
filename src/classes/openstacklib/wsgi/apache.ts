import { definedType } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import { File, Package } from '../../../resources/index.js';
import { passOn } from '../../pass-on.js';
import { toText } from '../../shared/index.js';
import { apacheParameters } from './apache-parameters.js';

/** `openstacklib::wsgi::apache`: an API in Apache, without the virtual host. */
export class Apache extends definedType('openstacklib::wsgi::apache', apacheParameters, {
  doc: 'The WSGI script of a service, for Apache to run; the virtual host itself is not managed.',
}) {
  override declare(): void {
    const { service_name = this.title, user, group, wsgi_script_source } = this.parameters;
    const directory = String(this.parameters.wsgi_script_dir);
    const older = compareReleases(this.release, 'rocky') < 0;
    const httpd = this.has(Package.ref('httpd'));
    if (!this.has(File.ref(directory))) {
      new File(this, directory, {
        ensure: 'directory',
        owner: user,
        group: group,
        ...(older ? (httpd ? { require: Package.ref('httpd') } : {}) : { mode: '0755' }),
      });
    }
    new File(this, String(service_name), {
      ensure: 'file',
      ...(older ? {} : { links: 'follow' }),
      path: `${directory}/${toText(this.parameters.wsgi_script_file)}`,
      source: passOn(wsgi_script_source),
      owner: passOn(user),
      group: passOn(group),
      mode: '0644',
      ...(older ? { require: File.ref(directory) } : {}),
    });
    if (!older) {
      this.chain(this.collect(Package, { title: 'httpd' }))
        .notify(this.collect(File, { title: directory }))
        .notify(this.collect(File, { title: service_name }));
    }
    this.warn(
      `the virtual host of ${service_name} is not managed: this library has no module for Apache`,
      'write it manually',
    );
  }
}
