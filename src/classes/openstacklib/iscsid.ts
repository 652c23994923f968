import { anything, boolean, classType, parameter } from '../../catalog/index.js';
import { Exec, Package, Service } from '../../resources/index.js';
import { passOn } from '../pass-on.js';
import { Params } from './params.js';

/** `openstacklib::iscsid`. */
export class Iscsid extends classType(
  'openstacklib::iscsid',
  {
    enabled: parameter(boolean, 'Whether the service runs, now and after a reboot.', {
      default: true,
    }),
    manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
    package_ensure: parameter(anything, "The package's state.", { default: 'present' }),
  },
  { doc: 'The iSCSI initiator, for volumes of Cinder.', since: 'zed' },
) {
  override declare(): void {
    const { enabled, manage_service, package_ensure } = this.parameters;
    const initiator = new Package(this, 'open-iscsi', {
      ensure: passOn(package_ensure),
      name: this.include(Params).iscsiPackage,
      tag: 'openstack',
    });
    // CentOS 9 does not generate the initiator name.
    const named = new Exec(this, 'create-initiatorname-file', {
      command: 'echo "InitiatorName=`/usr/sbin/iscsi-iname`" > /etc/iscsi/initiatorname.iscsi',
      path: ['/usr/bin', '/usr/sbin', '/bin', '/usr/bin'],
      provider: 'shell',
      unless: 'test -e /etc/iscsi/initiatorname.iscsi',
      require: initiator,
    });
    if (manage_service !== true) return;
    const service = new Service(this, 'iscsid', {
      ensure: enabled === true ? 'running' : 'stopped',
      enable: enabled,
    });
    this.chain(initiator).notify(service);
    this.chain(named).notify(service);
  }
}
