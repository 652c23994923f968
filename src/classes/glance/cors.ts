import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

const { allowed_origin, allow_credentials, expose_headers, max_age, allow_methods, allow_headers } =
  oslo.Cors.definition.attributes;

/** The other web sites that can call Glance's API from a browser. */
export class Cors extends classType(
  'glance::cors',
  { allowed_origin, allow_credentials, expose_headers, max_age, allow_methods, allow_headers },
  {
    doc: "Which other web sites can call Glance's API from a browser: [cors] of glance-api.conf.",
    since: 'xena',
  },
) {
  override declare(): void {
    this.include(Deps);
    new oslo.Cors(this, 'glance_api_config', this.parameters);
  }
}
