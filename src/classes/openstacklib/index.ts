export {
  type DatabaseConnectionParts,
  osDatabaseConnection,
  osTransportUrl,
  type TransportUrlParts,
} from '../shared/index.js';
export { Clouds } from './clouds.js';
export * as db from './db/index.js';
export { Defaults } from './defaults.js';
export { Iscsid } from './iscsid.js';
export * as messaging from './messaging/index.js';
export { Openstackclient } from './openstackclient.js';
export { Params } from './params.js';
export * as policy from './policy/index.js';
export { Policy, PolicyClass } from './policy/policy.js';
export { Policyrcd } from './policyrcd.js';
export { ServiceValidation } from './service-validation.js';
export * as wsgi from './wsgi/index.js';
