import { boolean, definedType, hashOf, matching, oneOf, parameter, string } from '../../catalog/index.js';
import { checkOneLine } from '../../formats/plain-text.js';
import { isShellVariable, toShellWord } from '../../formats/shell.js';
import { File, IniSetting } from '../../resources/index.js';
import { isTainted, reveal } from '../../secrets/secret.js';
import { derive, formatOrFail } from '../shared/index.js';

const address = matching(/^[\da-fA-F.:]+$/, 'an address');

/**
 * `network::interface`: the file of a network interface of Enterprise Linux. Other variables in it, such as HWADDR and
 * UUID, are preserved. It takes effect when the interface is next started.
 * @example
 * new system.Interface(site, 'eno33554984', { ipaddress: '192.168.70.2', netmask: '255.255.255.0' })
 */
export class Interface extends definedType(
  'network::interface',
  {
    interface: parameter(string, 'The interface, if it is not the title.'),
    type: parameter(string, 'Type of the interface, such as `Ethernet`.', { default: 'Ethernet' }),
    bootproto: parameter(oneOf('none', 'static', 'dhcp'), 'How its address is assigned.'),
    ipaddress: parameter(address, 'Its address.'),
    netmask: parameter(address, 'The mask of its network.'),
    gateway: parameter(address, 'The default gateway.'),
    dns1: parameter(address, 'A name server.'),
    onboot: parameter(boolean, 'Whether it is up after a reboot.', { default: true }),
    nm_controlled: parameter(boolean, 'Whether NetworkManager manages it.'),
    options: parameter(hashOf(string), 'Further variables of the file: `{ MTU: 9000 }`.', { default: {} }),
  },
  { doc: 'The file of a network interface of Enterprise Linux, in /etc/sysconfig/network-scripts.' },
) {
  override declare(): void {
    const { interface: name = this.title, type, ipaddress, netmask, gateway, dns1 } = this.parameters;
    const { onboot, nm_controlled, options } = this.parameters;
    const { bootproto = ipaddress === undefined ? 'dhcp' : 'none' } = this.parameters;
    // Scripts of root source the file, and a slash would lead out of its directory.
    if (!/^[\w.:@-]+$/.test(String(name)))
      this.fail(`${JSON.stringify(name)} cannot be the name of an interface`, undefined, 'interface');
    const path = `/etc/sysconfig/network-scripts/ifcfg-${name}`;
    // Every user may read it, unless it holds a secret.
    const mode = isTainted(this.parameters) ? '0600' : '0644';
    this.ensureResource(File, path, { ensure: 'file', owner: 'root', group: 'root', mode });
    const variables: Readonly<Record<string, unknown>> = {
      NAME: name,
      DEVICE: name,
      TYPE: type,
      BOOTPROTO: bootproto,
      IPADDR: ipaddress,
      NETMASK: netmask,
      GATEWAY: gateway,
      DNS1: dns1,
      ONBOOT: onboot,
      NM_CONTROLLED: nm_controlled,
      ...reveal(options),
    };
    for (const [setting, value] of Object.entries(variables)) {
      if (value === undefined) continue;
      const parameter = setting === 'TYPE' ? 'type' : 'options';
      if (!isShellVariable(setting))
        this.fail(`${JSON.stringify(setting)} cannot be the name of a variable`, undefined, parameter);
      const text = (clear: unknown) => (typeof clear === 'boolean' ? (clear ? 'yes' : 'no') : String(clear));
      new IniSetting(this, `${path} ${setting}`, {
        path,
        setting,
        value: formatOrFail(this, parameter, () =>
          derive(value, (clear) => toShellWord(checkOneLine(text(clear), path))),
        ),
        key_val_separator: '=',
      });
    }
  }
}
