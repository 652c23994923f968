import { classType } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import * as oslo from '../oslo/index.js';
import type { OpenStackService } from './openstack-service.js';

/** Returns the class `x::healthcheck` of a service: its health check, for load balancers. */
export function createHealthcheck({ name, title, config, deps }: OpenStackService, since?: Release) {
  return class extends classType(`${name}::healthcheck`, oslo.Healthcheck.definition.attributes, {
    doc: `The health check of ${title}, for load balancers.`,
    since,
  }) {
    override declare(): void {
      this.include(deps);
      new oslo.Healthcheck(this, config, this.parameters);
    }
  };
}
