export { mysqlPassword } from './password.js';
