export { Authtoken } from './authtoken.js';
export { ServiceIdentity } from './service-identity.js';
export { ServiceUser } from './service-user.js';
