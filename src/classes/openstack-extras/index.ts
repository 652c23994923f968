export { AuthFile } from './auth-file.js';
