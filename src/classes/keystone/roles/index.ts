export { Admin } from './admin.js';
