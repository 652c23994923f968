export { Barbican } from './barbican.js';
export * as barbican from './barbican-parts.js';
