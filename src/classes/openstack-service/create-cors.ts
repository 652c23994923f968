import { classType } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import * as oslo from '../oslo/index.js';
import type { OpenStackService } from './openstack-service.js';

/** Returns the class `x::cors` of a service: which web sites may call its API from a browser. */
export function createCors({ name, title, config, deps }: OpenStackService, since?: Release) {
  return class extends classType(`${name}::cors`, oslo.Cors.definition.attributes, {
    doc: `Which other web sites may call ${title} from a browser.`,
    since,
  }) {
    override declare(): void {
      this.include(deps);
      new oslo.Cors(this, config, this.parameters);
    }
  };
}
