export * as barbican from './barbican/index.js';
export { Barbican } from './barbican.js';
