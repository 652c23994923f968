export { KeystoneDomain } from './keystone-domain.js';
export { KeystoneEndpoint } from './keystone-endpoint.js';
export { KeystoneRole } from './keystone-role.js';
export { KeystoneService } from './keystone-service.js';
export { KeystoneTenant } from './keystone-tenant.js';
export { KeystoneUser } from './keystone-user.js';
export { KeystoneUserRole } from './keystone-user-role/keystone-user-role.js';
