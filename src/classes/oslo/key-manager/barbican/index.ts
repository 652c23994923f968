export { ServiceUser } from './service-user.js';
