export { Hostname } from './hostname.js';
