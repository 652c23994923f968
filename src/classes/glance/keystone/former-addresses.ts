import { parameter } from '../../../catalog/index.js';
import { scalarString } from '../../shared/index.js';

/** Returns the parameters of the endpoints before Kilo, which were only hosts. */
export function createFormerAddresses(port: number) {
  const address = (which: string) =>
    parameter(scalarString, `Host of the ${which} endpoint.`, {
      until: 'juno',
      became: { name: `${which}_url`, translate: (host) => `http://${String(host)}:${port}` },
    });
  return {
    public_address: address('public'),
    admin_address: address('admin'),
    internal_address: address('internal'),
  } as const;
}
