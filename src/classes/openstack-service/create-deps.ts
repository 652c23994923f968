import { classType } from '../../catalog/index.js';
import { type ConfigurationResources, declareOrder } from './declare-order.js';
import type { OpenStackService } from './openstack-service.js';

/** Returns the class `x::deps` of a service: its anchors, and the order of its packages, files and services. */
export function createDeps(
  { name, title }: Pick<OpenStackService, 'name' | 'title'>,
  configuration: readonly ConfigurationResources[],
) {
  return class extends classType(
    `${name}::deps`,
    {},
    { doc: `The order of installing, configuring and starting ${title}, as anchors for other modules.` },
  ) {
    override declare(): void {
      declareOrder(this, name, configuration);
    }
  };
}
