export { Interface } from './interface.js';
