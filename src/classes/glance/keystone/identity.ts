import { parameter } from '../../../catalog/index.js';
import { createIdentityParameters, type Identity } from '../../openstack-service/create-identity.js';
import { scalarString } from '../../shared/index.js';

/** An endpoint before Kilo, which is only a host. */
function formerAddress(which: string, port: number) {
  return parameter(scalarString, `Host of the ${which} endpoint.`, {
    until: 'juno',
    became: { name: `${which}_url`, translate: (host) => `http://${String(host)}:${port}` },
  });
}

/** Returns the parameters of a service of Glance in Keystone, whose endpoints listen on one port. */
export function identityParameters({ port, ...identity }: Omit<Identity, 'url'> & { readonly port: number }) {
  return {
    ...createIdentityParameters({ ...identity, url: `http://127.0.0.1:${port}` }),
    public_address: formerAddress('public', port),
    admin_address: formerAddress('admin', port),
    internal_address: formerAddress('internal', port),
  } as const;
}
