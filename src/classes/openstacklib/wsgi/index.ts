export { Apache } from './apache.js';
